//! The Callback Object.
//!
//! | source | decision |
//! |---|---|
//! | one callback, `{$request.body#/…}`, one POST with JSON, a target that reads notifications | `x-ms-notification-content` beside the operation, `x-ms-notification-url` at the property that takes the address |
//! | any other callback | left out, reported |

use std::sync::Arc;

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::media_type::is_json;
use super::members::Members;
use crate::document::NodeRef;

impl<'d> Converter<'d> {
    pub(super) fn callbacks(
        &mut self,
        list: NodeRef<'d>,
        operation: NodeRef<'d>,
        beside: &mut Members<'d>,
    ) {
        self.lose_unless_object(list);
        let callbacks: Vec<_> = list.entries().collect();
        if let [only] = callbacks[..]
            && self.limits.notifications
            && let Some(content) = self.notification(only, operation)
        {
            let what = format!("the callback `{}`", only.key());
            let instead = "kept as `x-ms-notification-content`";
            self.lose(LossKind::CallbackCarried, only, what, instead);
            beside.put("x-ms-notification-content", content);
            return;
        }
        for callback in callbacks {
            let what = format!("the callback `{}`", callback.key());
            self.lose(LossKind::CallbackDropped, callback, what, "left out");
        }
    }

    fn notification(&mut self, callback: NodeRef<'d>, operation: NodeRef<'d>) -> Option<Draft<'d>> {
        let callback = self.resolved(callback)?;
        let mut expressions = callback.entries().filter(|e| !e.key().starts_with("x-"));
        let expression = expressions.next()?;
        if expressions.next().is_some() {
            return None;
        }
        self.address_property(expression.key(), operation)?;
        let post = expression.get("post")?;
        let body = self.resolved(post.get("requestBody")?)?;
        let media = body.get("content")?.entries().find(|m| is_json(m.key()))?;
        let mut out = Members::new();
        let text = body.get("description").or_else(|| post.get("description"));
        if let Some(text) = text.and_then(NodeRef::as_str) {
            out.put("description", text);
        }
        let schema = self.schema(media.get("schema")?);
        out.put("schema", schema);
        Some(out.into_value())
    }

    /// The property of the operation's body that takes the address.
    pub(super) fn address_property(
        &mut self,
        expression: &str,
        operation: NodeRef<'d>,
    ) -> Option<NodeRef<'d>> {
        let inner = expression.strip_prefix('{')?.strip_suffix('}')?;
        let name = inner.strip_prefix("$request.body#/")?;
        if name.contains('/') {
            return None;
        }
        let body = self.resolved(operation.get("requestBody")?)?;
        let media = body.get("content")?.entries().find(|m| is_json(m.key()))?;
        let flat = self.flat(media.get("schema")?);
        Some(flat.property(name)?.schema)
    }

    /// Find the properties that take addresses before any schema is written.
    pub(super) fn note_notifications(&mut self) {
        if !self.limits.notifications {
            return;
        }
        let Some(paths) = self.root().get("paths") else {
            return;
        };
        for operation in paths.entries().flat_map(NodeRef::entries) {
            let Some(list) = operation.get("callbacks") else {
                continue;
            };
            for expression in list.entries().flat_map(NodeRef::entries) {
                if let Some(property) = self.address_property(expression.key(), operation) {
                    let place = self.place(property);
                    Arc::make_mut(&mut self.notification_urls).insert(place);
                }
            }
        }
    }
}
