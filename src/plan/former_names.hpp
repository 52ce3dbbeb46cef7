#pragma once

#include <string>
#include <vector>

#include <godwit/operation.hpp>

namespace godwit::detail {

/// Names that something had, and has not any more. SQL that was written before says them still,
/// while the server has followed.
class FormerNames {
public:
    struct Former {
        std::string table{};  ///< Of the column, as it is called today; empty when it is none.
        std::string name{};
        std::string now{};
    };

    void pass(const Operation& operation);

    /// What the operation says of what is there as it was written, though the server has it by
    /// another name: "total of orders, which is called amount by now". Empty when it does not.
    std::string saidBy(const Operation& operation, const Schema& before) const;

private:
    void rename(const std::string& table, const std::string& from, const std::string& to);

    std::vector<Former> all_;
};

}  // namespace godwit::detail
