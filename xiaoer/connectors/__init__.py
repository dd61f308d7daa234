"""Where orders, customers and products come from: files today, shops and marketplaces later.

Each adapter is a package of its own; the adapters do not know one another."""
