package org.ohmstead.payments.payme;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An error of the Merchant API (oshibki-errors); it goes out with the status 200. */
final class PaymeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int NOT_POST = -32300;
    static final int NO_JSON = -32700;
    static final int NO_REQUEST = -32600;
    static final int NO_METHOD = -32601;
    static final int NO_RIGHT = -32504;
    static final int BROKEN = -32400;
    static final int AMOUNT = -31001;
    static final int NO_TRANSACTION = -31003;
    static final int CANNOT_PERFORM = -31008;
    static final int NO_PAYMENT = -31050;
    static final int PAYMENT_CLOSED = -31051;
    static final int PAYMENT_BUSY = -31052;

    private final int code;
    private final String ru;
    private final String uz;
    private final String en;
    private final @Nullable String data;

    PaymeRefusal(int code, String ru, String uz, String en, @Nullable String data) {
        super(en, null, false, false);
        this.code = code;
        this.ru = ru;
        this.uz = uz;
        this.en = en;
        this.data = data;
    }

    /** What drivers never see. */
    static PaymeRefusal of(int code, String en, @Nullable String data) {
        return new PaymeRefusal(code, en, en, en, data);
    }

    static PaymeRefusal wrongAmount() {
        return new PaymeRefusal(AMOUNT, "Неверная сумма", "Summa noto‘g‘ri", "Wrong amount", null);
    }

    static PaymeRefusal noPayment() {
        return new PaymeRefusal(
                NO_PAYMENT, "Платёж не найден", "To‘lov topilmadi", "There is no such payment", PaymeGateway.FIELD);
    }

    static PaymeRefusal closed() {
        return new PaymeRefusal(
                PAYMENT_CLOSED,
                "Платёж уже оплачен или отменён",
                "To‘lov allaqachon to‘langan yoki bekor qilingan",
                "The payment is paid or cancelled already",
                PaymeGateway.FIELD);
    }

    static PaymeRefusal busy() {
        return new PaymeRefusal(
                PAYMENT_BUSY,
                "Платёж уже оплачивается другой транзакцией",
                "To‘lov boshqa tranzaksiya bilan to‘lanmoqda",
                "Another transaction is paying it",
                PaymeGateway.FIELD);
    }

    static PaymeRefusal noTransaction() {
        return new PaymeRefusal(
                NO_TRANSACTION, "Транзакция не найдена", "Tranzaksiya topilmadi", "There is no such transaction", null);
    }

    static PaymeRefusal cannotPerform() {
        return new PaymeRefusal(
                CANNOT_PERFORM,
                "Невозможно выполнить операцию",
                "Amalni bajarib bo‘lmaydi",
                "The transaction cannot be performed",
                null);
    }

    ObjectNode json() {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("code", code);
        error.putObject("message").put("ru", ru).put("uz", uz).put("en", en);
        return error.put("data", data);
    }
}
