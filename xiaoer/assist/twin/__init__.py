"""A language model's twin: speaks OpenAI's protocol on this machine and can be told to fail."""
