#include "run/perform.hpp"

namespace godwit::detail {

void perform(const action::SendSql& /*action*/, const Scene& scene) {
    scene.driver.execute(textOf(scene.statement));
}

}  // namespace godwit::detail
