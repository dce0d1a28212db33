"""Action plans as data: the model of an action, its dates, its layout, and how a plan stands."""
