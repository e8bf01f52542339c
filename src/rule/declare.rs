//! Declaring a rule: the words once, as documentation; the facts beside them.

/// Declare a rule: a unit struct with its static [`super::RuleMeta`].
///
/// The documentation comment is the only copy of the rule's words: a one-line summary, why it
/// matters, and fenced examples that the tests run (`yaml,fires`, `yaml,silent`, `yaml,fixed`).
/// The fields stand in this order; `formerly` and `options` may be left out. A hook may name members:
/// `Schema("enum")` shows the rule only schemas that have an `enum`, `Member("value")` every member of
/// that name, `Operation("x-ms-trigger")` the operations of documents with such a member; a name may
/// end in `*`.
#[macro_export]
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        $name:ident = $id:literal {
            family: $family:ident,
            api: $api:expr,
            connector: $connector:expr,
            fix: $fix:expr,
            versions: $versions:expr,
            since: $since:literal,
            hooks: [$($hook:ident $(($($member:literal),+))?),+ $(,)?],
            references: [$($title:literal => $url:literal),* $(,)?],
            $(formerly: [$($old:literal),* $(,)?],)?
            $(options: [$($option:expr),* $(,)?],)?
        }
    ) => {
        $(#[doc = $doc])+
        pub struct $name;

        impl $name {
            /// The rule's static facts.
            pub const META: $crate::rule::RuleMeta = $crate::rule::RuleMeta {
                id: $id,
                family: $crate::rule::Family::$family,
                severity: $crate::rule::Severities { api: $api, connector: $connector },
                fix: $fix,
                versions: $versions,
                since: $since,
                formerly: &[$($($old),*)?],
                references: &[$($crate::rule::Reference { title: $title, url: $url }),*],
                options: &[$($($option),*)?],
                hooks: &[$($crate::rule::Asked {
                    hook: $crate::rule::Hook::$hook,
                    members: &[$($($member),+)?],
                }),+],
                docs: concat!($($doc, "\n"),+),
            };
        }
    };
}
