"""Chinese as it is written in reports: strings in, values out; no module here knows of documents."""
