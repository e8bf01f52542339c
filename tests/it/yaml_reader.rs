//! yaml_reader
