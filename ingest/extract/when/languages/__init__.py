"""The languages whose time expressions `when` knows: each one a module of data."""
