"""Knowledge over HTTP."""
