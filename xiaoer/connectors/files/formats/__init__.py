"""How each kind of file is read: rows in, orders out. Nothing here touches the database."""
