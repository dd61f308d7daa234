"""What playbooks are and how one is gone through: no session, no clock."""
