"""What a report says beside its numbers: the headline, quotes, a stronger version, drills."""
