#include <cstdio>
#include <exception>

#include <godwit/connect.hpp>
#include <godwit/migrator.hpp>
#include <shop/migrations.hpp>

int main() {
    try {
        auto database = godwit::connect("sqlite:shop.db");
        godwit::Migrator migrator{database, shop::migrations()};
        for (const auto& step : migrator.up().steps) {
            std::printf("applied %s\n", step.id.c_str());
        }
        return 0;
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 1;
    }
}
