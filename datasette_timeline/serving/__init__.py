"""How pages are served: settings, permission, validators, headers, errors, and the pages that are Datasette's own."""
