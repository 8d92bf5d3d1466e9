"""Pages and API about feedback reports and the rubric."""
