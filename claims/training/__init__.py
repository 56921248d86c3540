"""Training and evaluation of the models in the package."""
