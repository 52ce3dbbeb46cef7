#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "connect/url.hpp"

namespace godwit::detail {

namespace {

bool isUnreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

enum class HexDigits { Lower, Upper };

std::string percentEncoded(std::string_view text, HexDigits digits) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c)) {
            out += c;
        } else {
            out += digits == HexDigits::Upper ? fmt::format("%{:02X}", byte)
                                              : fmt::format("%{:02x}", byte);
        }
    }
    return out;
}

std::string backslashed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

void replaceAll(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

std::string withoutControls(std::string text) {
    std::replace_if(
        text.begin(),
        text.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; },
        '?');
    return text;
}

std::string hostText(const std::string& host) {
    if (host.find('/') != std::string::npos) {
        return percentEncoded(host, HexDigits::Upper);
    }
    return host.find(':') == std::string::npos ? host : fmt::format("[{}]", host);
}

}  // namespace

std::string describe(const Url& url) {
    if (url.kind == DatabaseKind::SQLite) {
        return withoutControls(fmt::format("sqlite:{}", url.database));
    }
    std::string out = fmt::format("{}://", nameOf(url.kind));
    if (!url.user.empty()) {
        out += url.user + "@";
    }
    out += hostText(url.host);
    if (!url.port.empty()) {
        out += ":" + url.port;
    }
    if (!url.database.empty()) {
        out += "/" + url.database;
    }
    return withoutControls(out);
}

std::string redact(std::string text, const Secret& secret) {
    if (secret.empty()) {
        return text;
    }
    const std::string& plain = secret.reveal();
    const std::set<std::string> forms{plain,
                                      percentEncoded(plain, HexDigits::Upper),
                                      percentEncoded(plain, HexDigits::Lower),
                                      backslashed(plain)};
    for (const std::string& form : forms) {
        replaceAll(text, form, "***");
    }
    return text;
}

std::string redact(std::string text, const Url& url) {
    return redact(redact(std::move(text), url.password), url.certificateSecret);
}

}  // namespace godwit::detail
