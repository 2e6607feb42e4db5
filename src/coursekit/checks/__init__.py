"""What `coursekit check` checks, room by room. Knows every room but `book`."""
