"""The embedded profile: the whole product on one machine, supervised by one process, kept in one data folder."""
