#pragma once

#include <string_view>

namespace godwit::detail {

// The name of what lives in a schema is "schema.name", or "name" in the schema that the connection
// works in.

/// "billing" of "billing.invoices"; empty where no schema is named.
inline std::string_view schemaOf(std::string_view qualified) {
    const std::size_t dot = qualified.find('.');
    return dot == std::string_view::npos ? std::string_view{} : qualified.substr(0, dot);
}

/// "invoices" of "billing.invoices".
inline std::string_view unqualified(std::string_view qualified) {
    const std::size_t dot = qualified.find('.');
    return dot == std::string_view::npos ? qualified : qualified.substr(dot + 1);
}

}  // namespace godwit::detail
