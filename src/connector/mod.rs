//! L5: the connector folder, its properties file, gateway policies, providers.
