package org.ohmstead.payments.click;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Click is answered, with its own error numbers (docs.click.uz/en/click-api-error). */
enum ClickReply {
    OK(0, "Success"),
    SIGN(-1, "SIGN CHECK FAILED!"),
    AMOUNT(-2, "Incorrect parameter amount"),
    ACTION(-3, "Action not found"),
    PAID(-4, "Already paid"),
    NO_PAYMENT(-5, "User does not exist"),
    NO_TRANSACTION(-6, "Transaction does not exist"),
    FAILED(-7, "Failed to update user"),
    BAD_REQUEST(-8, "Error in request from click"),
    CANCELLED(-9, "Transaction cancelled");

    private final int code;
    private final String note;

    ClickReply(int code, String note) {
        this.code = code;
        this.note = note;
    }

    /** @param transaction our number of it; 0: there is none */
    ObjectNode json(ClickForm form, long transaction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (form.text("click_trans_id").matches("\\d{1,18}")) {
            json.put("click_trans_id", Long.parseLong(form.text("click_trans_id")));
        }
        if (form.isWhole()) {
            json.put("merchant_trans_id", form.text("merchant_trans_id"));
        }
        if (transaction > 0) {
            json.put(form.isComplete() ? "merchant_confirm_id" : "merchant_prepare_id", transaction);
        }
        return json.put("error", code).put("error_note", note);
    }
}
