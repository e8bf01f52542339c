//! spec_views
