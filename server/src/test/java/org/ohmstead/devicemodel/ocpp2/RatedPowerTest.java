package org.ohmstead.devicemodel.ocpp2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatedPowerTest {
    private static Map<Integer, BigDecimal> of(String json) {
        try {
            return RatedPower.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_most_that_the_device_model_gives_an_evse_is_its_rating() {
        assertThat(of("""
                [{'component':{'name':'EVSE','evse':{'id':1}},'variable':{'name':'Power'},
                  'variableCharacteristics':{'unit':'W','maxLimit':22000}},
                 {'component':{'name':'evse','evse':{'id':2}},'variable':{'name':'power'},
                  'variableCharacteristics':{'unit':'kW','maxLimit':150}},
                 {'component':{'name':'EVSE','evse':{'id':3}},'variable':{'name':'Current'},
                  'variableCharacteristics':{'maxLimit':32}},
                 {'component':{'name':'Connector','evse':{'id':4}},'variable':{'name':'Power'},
                  'variableCharacteristics':{'maxLimit':32}}]"""))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(1, BigDecimal.valueOf(22_000), 2, BigDecimal.valueOf(150_000)));
    }

    @Test
    void what_lacks_anything_says_nothing() {
        assertThat(of("""
                [{}, 7, {'component':{'name':'EVSE'},'variable':{'name':'Power'},'variableCharacteristics':{'maxLimit':7}},
                 {'component':{'name':'EVSE','evse':{'id':1}},'variable':{'name':'Power'},
                  'variableCharacteristics':{'maxLimit':'7'}},
                 {'component':{'name':'EVSE','evse':{'id':1}},'variable':{'name':'Power'}}]""")).isEmpty();
    }
}
