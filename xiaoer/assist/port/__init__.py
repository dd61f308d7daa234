"""The way to a language model: any endpoint that speaks the protocol of OpenAI. It has no tools and
cannot act; what it writes is a draft that a person sends."""
