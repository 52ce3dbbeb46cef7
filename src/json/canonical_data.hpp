#pragma once

#include <godwit/operation.hpp>

#include "json/canonical_schema.hpp"

namespace godwit::detail {

// The operations about rows as JSON, like those in canonical.cpp.

CanonicalJson fieldsOf(const op::InsertRows& o);
CanonicalJson fieldsOf(const op::UpdateRows& o);
CanonicalJson fieldsOf(const op::EraseRows& o);
CanonicalJson fieldsOf(const op::Backfill& o);
CanonicalJson fieldsOf(const op::CallData& o);
CanonicalJson fieldsOf(const op::Verify& o);
CanonicalJson fieldsOf(const op::CopyRows& o);
CanonicalJson fieldsOf(const op::CopyColumn& o);
CanonicalJson fieldsOf(const op::ForgetChanged& o);

}  // namespace godwit::detail
