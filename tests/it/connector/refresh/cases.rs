//! Small documents: what matches what, what is told.

use oneauth::connector::refresh::{Reason, Texts, normalized};
use oneauth::document::{Document, Pointer, Value};

use super::{document, refreshed};

const OLD: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Parcel Tracking API", "version": "1", "description": "Where parcels are.",
    "x-ms-owner": "depot" },
  "host": "apim-parcels.azure-api.net",
  "paths": {
    "/parcels/{parcelId}": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "get": {
        "operationId": "GetParcel", "summary": "Get a parcel", "description": "One parcel.",
        "x-ms-visibility": "important",
        "parameters": [
          { "name": "parcelId", "in": "path", "required": true, "type": "string",
            "x-ms-summary": "Parcel", "x-ms-url-encoding": "single", "description": "Its number." },
          { "name": "api-version", "in": "query", "type": "string", "x-ms-visibility": "internal",
            "default": "v1" }
        ],
        "responses": { "200": { "description": "Found",
          "schema": { "$ref": "#/definitions/Parcel" } } }
      }
    },
    "/parcels": { "get": { "operationId": "ListParcels", "x-ms-trigger": "batch",
      "responses": { "200": { "description": "All" } } } },
    "/gone": { "get": { "operationId": "Gone", "summary": "Hand-made", "responses": {} } }
  },
  "definitions": {
    "Parcel": { "type": "object", "properties": {
      "weight": { "type": "number", "x-ms-summary": "Weight", "description": "In kilograms." },
      "lost": { "type": "string", "x-ms-summary": "Gone too" },
      "parent": { "$ref": "#/definitions/Parcel" } } },
    "Unused": { "type": "object", "title": "Hand-made" }
  }
}"##;

const NEW: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Parcel Tracking", "version": "2", "description": "" },
  "host": "apim-parcels.azure-api.net",
  "paths": {
    "/parcels": { "get": { "operationId": "list-parcels", "summary": "Parcels",
      "responses": { "200": { "description": null } } } },
    "/Parcels/{id}": {
      "get": {
        "operationId": "getparcel",
        "summary": "getparcel",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string" },
          { "name": "api-version", "in": "query", "type": "string" },
          { "name": "added", "in": "query", "type": "string" }
        ],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/ParcelDto" } } }
      }
    }
  },
  "definitions": {
    "ParcelDto": { "type": "object", "properties": {
      "weight": { "type": "number" }, "parent": { "$ref": "#/definitions/ParcelDto" } } }
  }
}"##;

fn text(document: &Document, pointer: &str) -> String {
    let pointer = Pointer::parse(pointer).unwrap();
    let node = document.find(&pointer);
    node.map_or_else(|| "(absent)".into(), |node| node.text().into_owned())
}

#[test]
fn everything_finds_its_place() {
    let (old, new) = (document("old.json", OLD), document("new.json", NEW));
    let (after, _) = refreshed(&old, &new, Texts::Old);
    let get = "/paths/~1Parcels~1{id}/get";
    for (pointer, expected) in [
        ("/info/description", "Where parcels are."),
        ("/info/x-ms-owner", "depot"),
        ("/info/title", "Parcel Tracking"),
        ("/info/version", "2"),
        ("/paths/~1parcels/get/operationId", "ListParcels"),
        ("/paths/~1parcels/get/x-ms-trigger", "batch"),
        ("/paths/~1parcels/get/responses/200/description", "All"),
        ("/paths/~1parcels/get/summary", "Parcels"),
        (&format!("{get}/operationId"), "GetParcel"),
        (&format!("{get}/summary"), "Get a parcel"),
        (&format!("{get}/x-ms-visibility"), "important"),
        (&format!("{get}/parameters/0/name"), "id"),
        (&format!("{get}/parameters/0/x-ms-summary"), "Parcel"),
        (&format!("{get}/parameters/1/x-ms-visibility"), "internal"),
        (&format!("{get}/parameters/1/default"), "v1"),
        (&format!("{get}/parameters/2/x-ms-summary"), "(absent)"),
        (
            "/definitions/ParcelDto/properties/weight/x-ms-summary",
            "Weight",
        ),
        (
            "/definitions/ParcelDto/properties/weight/description",
            "In kilograms.",
        ),
    ] {
        assert_eq!(text(&after, pointer), expected, "{pointer}");
    }
    let item = Pointer::parse("/paths/~1Parcels~1{id}/x-ms-notification-content").unwrap();
    assert!(after.find(&item).is_some());
}

#[test]
fn what_has_no_place_is_told() {
    let (old, new) = (document("old.json", OLD), document("new.json", NEW));
    let (_, done) = refreshed(&old, &new, Texts::Old);
    let orphans: Vec<_> = done
        .orphaned
        .iter()
        .map(|one| (one.from.as_str(), one.why))
        .collect();
    assert_eq!(
        orphans,
        [
            ("/definitions/Parcel/properties/lost", Reason::Schema),
            ("/definitions/Unused", Reason::Schema),
            ("/paths/~1gone/get", Reason::Operation),
        ]
    );
}

#[test]
fn differences_are_told_and_decided() {
    let (old, new) = (document("old.json", OLD), document("new.json", NEW));
    let (after, done) = refreshed(&old, &new, Texts::Old);
    let conflicts: Vec<_> = done.conflicts.iter().map(|one| one.to.as_str()).collect();
    let get = "/paths/~1Parcels~1{id}/get";
    assert_eq!(
        conflicts,
        [
            format!("{get}/summary"),
            format!("{get}/responses/200/description")
        ]
    );
    assert!(done.conflicts.iter().all(|one| one.old_stays));
    assert_eq!(
        text(&after, &format!("{get}/responses/200/description")),
        "Found"
    );
    let (after, done) = refreshed(&old, &new, Texts::New);
    assert!(done.conflicts.iter().all(|one| !one.old_stays));
    assert_eq!(text(&after, &format!("{get}/summary")), "getparcel");
    assert_eq!(text(&after, &format!("{get}/operationId")), "GetParcel");
}

#[test]
fn a_second_run_changes_nothing() {
    let (old, new) = (document("old.json", OLD), document("new.json", NEW));
    let (after, _) = refreshed(&old, &new, Texts::Old);
    let (_, done) = refreshed(&old, &after, Texts::Old);
    assert_eq!(done.changes, []);
}

#[test]
fn nothing_else_changes() {
    let (old, new) = (document("old.json", OLD), document("new.json", NEW));
    let (after, done) = refreshed(&old, &new, Texts::Old);
    let expected = crate::support::changes::applied(&new, &done.changes);
    assert_eq!(after.value().unwrap(), expected);
    assert!(after.value().unwrap().get("host") == Some(&Value::from("apim-parcels.azure-api.net")));
}

/// An operation whose path is new is found by its id; one id for two operations decides nothing.
#[test]
fn ids_find_moved_operations() {
    let with = |paths: &str| {
        format!(
            r#"{{"swagger": "2.0", "info": {{"title": "P", "version": "1"}}, "paths": {{{paths}}}}}"#
        )
    };
    let old = with(
        r#""/a": {"get": {"operationId": "GetA", "x-ms-visibility": "advanced", "responses": {}}},
           "/b": {"get": {"operationId": "Twice", "x-ms-visibility": "internal", "responses": {}}},
           "/c": {"get": {"operationId": "Twice", "x-ms-visibility": "important", "responses": {}}}"#,
    );
    let new = with(
        r#""/moved/a": {"get": {"operationId": "geta", "responses": {}}},
           "/moved/b": {"get": {"operationId": "twice", "responses": {}}}"#,
    );
    let (old, new) = (document("old.json", old), document("new.json", new));
    let (after, done) = refreshed(&old, &new, Texts::Old);
    assert_eq!(
        text(&after, "/paths/~1moved~1a/get/x-ms-visibility"),
        "advanced"
    );
    assert_eq!(text(&after, "/paths/~1moved~1a/get/operationId"), "GetA");
    assert_eq!(
        text(&after, "/paths/~1moved~1b/get/x-ms-visibility"),
        "(absent)"
    );
    assert_eq!(done.orphaned.len(), 2);
}

/// An old id is not given back when another operation has it now.
#[test]
fn no_id_is_given_twice() {
    let with = |paths: &str| {
        format!(
            r#"{{"swagger": "2.0", "info": {{"title": "P", "version": "1"}}, "paths": {{{paths}}}}}"#
        )
    };
    let old = with(r#""/a": {"get": {"operationId": "GetA", "responses": {}}}"#);
    let new = with(
        r#""/a": {"get": {"operationId": "get-a", "responses": {}}},
           "/new": {"get": {"operationId": "GetA", "responses": {}}}"#,
    );
    let (old, new) = (document("old.json", old), document("new.json", new));
    let (after, _) = refreshed(&old, &new, Texts::Old);
    assert_eq!(text(&after, "/paths/~1a/get/operationId"), "get-a");
}

#[test]
fn ids_are_normalized_as_exports_do() {
    assert_eq!(normalized("Get Parcel_ById!"), "get-parcel-byid");
    assert_eq!(normalized("--A"), "a");
    assert_eq!(normalized(&"x".repeat(90)).len(), 76);
}

/// Very wide documents take time in proportion to their width.
#[test]
fn wide_documents_end() {
    let wide = |extension: bool| {
        let mut text = String::from(
            r#"{"swagger": "2.0", "paths": {}, "info": {"title": "P", "version": "1"}"#,
        );
        for at in 0..60_000 {
            let key = if extension { "x-" } else { "y-" };
            text.push_str(&format!(", \"{key}{at}\": {at}"));
        }
        text.push('}');
        text
    };
    let (old, new) = (
        document("old.json", wide(true)),
        document("new.json", wide(false)),
    );
    let done = oneauth::connector::refresh::refresh(
        &oneauth::spec::Spec::new(&old).unwrap(),
        &oneauth::spec::Spec::new(&new).unwrap(),
        Texts::Old,
    );
    assert_eq!(done.carried.len(), 60_000);
}
