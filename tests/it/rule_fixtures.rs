//! rule_fixtures
