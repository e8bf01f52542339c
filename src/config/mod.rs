//! L6: the configuration file and the settings made from it.
