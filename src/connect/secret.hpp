#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace godwit::detail {

/// A text that must not be printed: no stream, no formatter and no conversion takes it. Wiped at
/// the end of its life. Movable, not copyable.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) {}
    Secret(Secret&& other) noexcept : text_(std::move(other.text_)) { other.wipe(); }
    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            wipe();
            text_ = std::move(other.text_);
            other.wipe();
        }
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { wipe(); }

    bool empty() const { return text_.empty(); }

    /// The text itself: for the client library, never for people.
    const std::string& reveal() const { return text_; }

private:
    void wipe() noexcept {
        // A string that was moved from may still hold its bytes behind its end.
        text_.resize(text_.capacity());
        // Volatile: a compiler may leave out writes to a string that nobody reads again.
        volatile char* bytes = text_.data();
        for (std::size_t i = 0; i < text_.size(); ++i) {
            bytes[i] = '\0';
        }
        text_.clear();
    }

    std::string text_;
};

}  // namespace godwit::detail
