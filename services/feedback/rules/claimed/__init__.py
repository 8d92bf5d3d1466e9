"""What an answer claims, laid beside the résumé."""
