"""The interview itself: what is meant by what somebody says, and what is said in return."""
