"""Words, sentences, tags and dependencies of an article."""
