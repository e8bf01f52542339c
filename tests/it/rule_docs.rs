//! rule_docs
