#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "golden/calls.hpp"

namespace godwit::test {

/// A call by the class that declares it: {"ViewRef", "columns"}.
using BuilderCall = std::pair<std::string, std::string>;

/// What the builder headers let a user call, read from the headers themselves.
class BuilderCalls {
public:
    BuilderCalls();

    /// Every public one.
    const std::set<BuilderCall>& all() const { return all_; }

    /// Those that the code of a reference call makes, in its order.
    std::vector<BuilderCall> in(const ReferenceCall& call) const;

private:
    struct Class {
        std::vector<std::string> bases;
        std::map<std::string, std::string> returned;  ///< By the name of the call.
    };

    void read(std::string header);
    void declare(const std::string& owner, std::string declaration);
    void keepCalls();
    /// Where `call` is declared, and what it gives; empty for neither.
    std::pair<std::string, std::string> find(const std::string& owner,
                                             const std::string& call) const;
    void follow(std::string_view code,
                std::size_t at,
                std::string owner,
                std::vector<BuilderCall>& found) const;

    std::map<std::string, Class> classes_;
    std::set<BuilderCall> all_;
};

/// The place behind the bracket or quote that closes the one at `open`. Brackets in quotes are
/// passed over.
std::size_t behindBracket(std::string_view code, std::size_t open);

}  // namespace godwit::test
