// An update in portions. They follow the rows in the order of a key: each portion goes from behind
// the last key of the one before to the key that is so many rows further, so that no row is
// touched twice, whatever happens between two of them.

#include <thread>

#include <fmt/format.h>

#include "run/perform.hpp"
#include "run/portions.hpp"

namespace godwit::detail {

namespace {

using Batches = action::RunBatches;
using Literals = std::vector<std::optional<std::string>>;

std::string listOf(const std::vector<Batches::Key>& keys, std::string Batches::Key::*part) {
    std::string list;
    for (const Batches::Key& key : keys) {
        list += (list.empty() ? "" : ", ") + key.*part;
    }
    return list;
}

// "(a, b) > (1, 2)" written out, for servers that find no index for it:
// a > 1 OR (a = 1 AND (b > 2))
std::string writtenOut(const Batches& batches,
                       const Literals& literals,
                       std::string_view last,
                       std::size_t from = 0) {
    const std::string& column = batches.keys[from].column;
    const std::string& literal = *literals[from];
    if (from + 1 == batches.keys.size()) {
        return fmt::format("{} {} {}", column, last, literal);
    }
    return fmt::format("{0} {1} {2} OR ({0} = {2} AND ({3}))",
                       column,
                       last.front(),
                       literal,
                       writtenOut(batches, literals, last, from + 1));
}

// `comparison` is ">" or "<=".
std::string compared(const Batches& batches,
                     const Literals& literals,
                     std::string_view comparison) {
    if (batches.keys.size() == 1 || !batches.comparesRows) {
        return writtenOut(batches, literals, comparison);
    }
    std::string values;
    for (const auto& literal : literals) {
        values += (values.empty() ? "" : ", ") + *literal;
    }
    return fmt::format("({}) {} ({})",
                       listOf(batches.keys, &Batches::Key::column),
                       comparison,
                       values);
}

// WHERE, of the conditions that are not empty.
std::string where(const std::vector<std::string>& conditions) {
    std::string text;
    for (const std::string& condition : conditions) {
        if (!condition.empty()) {
            text += fmt::format("{} ({})", text.empty() ? " WHERE" : " AND", condition);
        }
    }
    return text;
}

// The key of the last row of a full portion; no row when there are not so many rows any more.
std::string lastOfPortion(const Batches& batches, const std::string& after) {
    return fmt::format("SELECT {} FROM {}{} ORDER BY {} LIMIT 1 OFFSET {}",
                       listOf(batches.keys, &Batches::Key::literal),
                       batches.table,
                       where({batches.where, after}),
                       listOf(batches.keys, &Batches::Key::column),
                       batches.size - 1);
}

}  // namespace

void perform(const action::RunBatches& batches, const Scene& scene) {
    Portions portions(scene.driver, scene.keeping, scene.patience);
    while (portions.begin()) {
        const std::string& after = portions.position();
        const Rows last = scene.driver.query(lastOfPortion(batches, after));
        const std::string upTo = last.empty() ? "" : compared(batches, last[0], "<=");
        const std::uint64_t rows =
            scene.driver.execute(batches.update + where({batches.where, after, upTo}));
        if (last.empty()) {
            portions.finish(rows);
            return;
        }
        portions.commit(compared(batches, last[0], ">"), rows);
        std::this_thread::sleep_for(std::chrono::milliseconds{batches.pauseMs});
    }
}

}  // namespace godwit::detail
