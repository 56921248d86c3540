"""The data classes that every stage takes and gives; nothing here knows a stage."""
