//! What a valid OpenAPI 3.x document is converted to is a valid Swagger 2.0 document.

use oneauth::convert::{Options, convert};
use oneauth::schema::validate;
use oneauth::spec::{Spec, Version};

use super::readable;

#[test]
fn conversions_of_valid_documents_are_valid() {
    let (mut converted, mut wrong) = (0, Vec::new());
    for (path, document) in readable() {
        let Ok(spec) = Spec::new(&document) else {
            continue;
        };
        let version = spec.version();
        if version == Version::Swagger2 || !validate(&document, version).is_empty() {
            continue;
        }
        let Ok(conversion) = convert(&document, &Options::default()) else {
            continue;
        };
        converted += 1;
        let after = conversion.document;
        let mut failures = validate(&after, Version::Swagger2);
        // 3.x takes relative URLs where 2.0 does not; what stands there is carried over
        failures.retain(|failure| !failure.message.contains("must be an absolute URL"));
        for failure in failures.into_iter().take(3) {
            let pointer = after.at(failure.node).pointer();
            wrong.push(format!(
                "{}: {} at {pointer}",
                path.display(),
                failure.message
            ));
        }
    }
    println!("{converted} conversions");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
