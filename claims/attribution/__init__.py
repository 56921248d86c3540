"""Who says what, in which words: attributions out of parsed articles."""
