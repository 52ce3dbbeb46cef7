#include <algorithm>

#include <godwit/plan.hpp>

namespace godwit {

namespace {

bool commitsAlone(const Statement& statement, bool transactionalDdl) {
    return statement.outsideTransaction || (!transactionalDdl && !statement.rowsOnly);
}

// Nothing here has to be resumed in its middle: either it cannot stop there, or nobody could tell
// what stands.
bool isOneSegment(const std::vector<Statement>& statements, bool transactionalDdl) {
    if (!transactionalDdl) {
        return std::none_of(statements.begin(), statements.end(), [](const Statement& s) {
            return s.rowsOnly || s.outsideTransaction;
        });
    }
    return std::none_of(statements.begin(), statements.end(), [&](const Statement& s) {
        return s.outsideTransaction || (s.commitAfter && &s != &statements.back());
    });
}

}  // namespace

std::vector<Segment> segmentsOf(const Step& step, bool transactionalDdl) {
    const std::vector<Statement>& statements = step.statements;
    if (isOneSegment(statements, transactionalDdl)) {
        return {{0, statements.size(), transactionalDdl}};
    }
    std::vector<Segment> segments;
    bool open = false;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const bool alone = commitsAlone(statements[i], transactionalDdl);
        if (open && !alone) {
            ++segments.back().count;
        } else {
            segments.push_back({i, 1, !alone});
        }
        open = !alone && !statements[i].commitAfter;
    }
    if (!segments.front().transaction) {
        segments.insert(segments.begin(), Segment{});
    }
    if (!segments.back().transaction) {
        segments.push_back({statements.size(), 0, true});
    }
    return segments;
}

bool rebuildsTable(const Step& step, const Segment& segment) {
    const auto first = step.statements.begin() + static_cast<std::ptrdiff_t>(segment.first);
    return std::any_of(first,
                       first + static_cast<std::ptrdiff_t>(segment.count),
                       [](const Statement& statement) {
                           return std::holds_alternative<action::RebuildTable>(statement.action);
                       });
}

}  // namespace godwit
