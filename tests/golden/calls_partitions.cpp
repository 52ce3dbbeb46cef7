#include "golden/calls.hpp"

namespace godwit::test {

void addPartitionCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "partitions",
         .title = "Tables that are cut into partitions",
         .text = "",
         .calls = {
             GODWIT_CALL(schema.createTable("visits",
                                            [](Table& t) {
                                                t.integer("day");
                                                t.partitionByRange({"day"});
                                            });
                         schema.createPartition("visits_early", "visits").from({lowest}).to({100});
                         schema.createPartition("visits_late", "visits").from({100}).to({highest})),
             GODWIT_CALL(schema.createTable("shops",
                                            [](Table& t) {
                                                t.string("country", 2);
                                                t.partitionByList("country");
                                            });
                         schema.createPartition("shops_north", "shops").in({"se", "no"});
                         schema.createPartition("shops_south", "shops").in({"it", "gr"})),
             GODWIT_CALL(schema.createTable("shops",
                                            [](Table& t) {
                                                t.string("country", 2);
                                                t.partitionByList("country");
                                            });
                         schema.createPartition("shops_north", "shops").in({"se", "no"});
                         schema.createPartition("shops_rest", "shops").takesTheRest()),
             GODWIT_CALL(schema.createTable("shops",
                                            [](Table& t) {
                                                t.integer("number").primaryKey();
                                                t.partitionByHash({"number"}, 3);
                                            })),
             GODWIT_CALL(schema.createTable("shops",
                                            [](Table& t) {
                                                t.integer("number").primaryKey();
                                                t.partitionByHash({"number"}, 0);
                                            });
                         schema.createPartition("shops_even", "shops").modulus(2, 0);
                         schema.createPartition("shops_odd", "shops").modulus(2, 1)),
             GODWIT_CALL(schema.createTable("visits",
                                            [](Table& t) {
                                                t.integer("day");
                                                t.partitionByRange({"day"}).only(postgresql);
                                            });
                         schema.createPartition("visits_early", "visits")
                             .from({lowest})
                             .to({100})
                             .only(postgresql)),
         }});
    themes.push_back({
        .page = "partitions", .title = "Partitions that come and go", .text = "",
        GODWIT_GIVEN(schema.createTable("visits",
                                        [](Table& t) {
                                            t.integer("day");
                                            t.partitionByRange({"day"});
                                        });
                     schema.createPartition("visits_first", "visits").from({lowest}).to({100});
                     schema.createPartition("visits_second", "visits").from({100}).to({200})),
        .calls =
        { GODWIT_CALL(schema.createPartition("visits_third", "visits").from({200}).to({300})),
          GODWIT_CALL(
              schema.createPartition("visits_third", "visits").from({200}).to({300}).ifNotExists()),
          GODWIT_CALL(schema.detachPartition("visits_second", "visits")),
          GODWIT_CALL(schema.detachPartition("visits_second", "visits").concurrently()),
          GODWIT_CALL(schema.detachPartition("visits_second", "visits").ifExists()),
          GODWIT_CALL(schema.detachPartition("visits_second", "visits");
                      schema.attachPartition("visits_second", "visits").from({100}).to({200})),
          GODWIT_CALL(schema.dropPartition("visits_second", "visits")),
          GODWIT_CALL(schema.dropPartition("visits_second", "visits").ifExists()),
          GODWIT_CHANGE(schema.detachPartition("visits_second", "visits").from({100}).to({200})),
          GODWIT_CHANGE(schema.dropPartition("visits_second", "visits").from({100}).to({200})),
        }
    });
    themes.push_back({
        .page = "partitions", .title = "Partitions between others", .text = "",
        GODWIT_GIVEN(schema.createTable("visits",
                                        [](Table& t) {
                                            t.integer("day");
                                            t.partitionByRange({"day"});
                                        });
                     schema.createPartition("visits_first", "visits").from({lowest}).to({100});
                     schema.createPartition("visits_second", "visits").from({100}).to({200});
                     schema.createPartition("visits_third", "visits").from({200}).to({300});
                     schema.dropPartition("visits_second", "visits")),
        .calls = {
            GODWIT_CHANGE(schema.createPartition("visits_again", "visits").from({100}).to({200})),
        }
    });
}

}  // namespace godwit::test
