#pragma once

#include <exception>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string_view>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>

#include "connect/url.hpp"

namespace godwit::detail {

/// What stands in for a driver when there can be none: `connect` must not fail, so the error waits
/// here for the first use. `error` must hold an Error.
GODWIT_API Connection failingConnection(std::exception_ptr error);

using MakeDriver = std::function<std::unique_ptr<Driver>(Url)>;

/// Parses `text`, a URL of one of `kinds`, and hands it to `make`; what is wrong with it waits for
/// the first use.
GODWIT_API Connection connectionFor(std::string_view text,
                                    std::initializer_list<DatabaseKind> kinds,
                                    const MakeDriver& make);

}  // namespace godwit::detail
