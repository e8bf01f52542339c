//! json_reader
