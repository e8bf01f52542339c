//! properties_file
