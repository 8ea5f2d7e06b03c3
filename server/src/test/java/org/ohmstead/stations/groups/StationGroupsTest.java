package org.ohmstead.stations.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Groups of stations, who is in them, and what somebody may do who is limited to some. */
class StationGroupsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Scope ALL = Scope.tenant(1);
    private static final Actor ANNA = new Actor(ALL, Actor.Kind.USER, "anna", Actor.Origin.WITHIN);

    private static StationGroup made(TestStations slice, String name) {
        return slice.groups.create(ANNA, new StationGroup.Label(name, null));
    }

    private static Actor limited(StationGroup... groups) {
        Set<Long> ids = Set.of(List.of(groups).stream().map(StationGroup::id).toArray(Long[]::new));
        return new Actor(ALL.within(ids), Actor.Kind.USER, "paul", Actor.Origin.WITHIN);
    }

    private static Refused refused(Refused.Kind kind, ThrowingCallable what) {
        Refused refused = catchThrowableOfType(Refused.class, what);
        assertThat(refused).isNotNull();
        assertThat(refused.kind()).as(refused.detail()).isEqualTo(kind);
        return refused;
    }

    private static List<String> members(TestStations slice, Scope scope, StationGroup group) {
        return slice.members.page(scope, group.id(), Limit.USUAL, null).items().stream()
                .map(StationGroupMember::identity)
                .toList();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_group_is_made_changed_and_removed_and_each_change_is_on_record(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            StationRef cp8 = slice.station("CP-8");
            int before = RecordedLines.of(slice.database, slice.commits).size();
            StationGroup yard = slice.groups.create(ANNA, new StationGroup.Label(" Yard ", "behind the house"));
            assertThat(yard.name()).isEqualTo("Yard");
            assertThat(yard.stations()).isZero();
            slice.members.add(ANNA, yard.id(), cp7);
            slice.members.add(ANNA, yard.id(), cp7);
            slice.members.set(ANNA, yard.id(), List.of("cp-8"));
            slice.members.set(ANNA, yard.id(), List.of("CP-8", "cp-8"));
            slice.members.remove(ANNA, yard.id(), cp7);
            StationGroup renamed = slice.groups.change(
                    ANNA, yard.id(), any -> {}, label -> new StationGroup.Label("YARD", label.note()));
            assertThat(renamed.name()).isEqualTo("YARD");
            assertThat(renamed.stations()).isOne();
            slice.groups.change(ANNA, yard.id(), any -> {}, label -> label);
            slice.members.remove(ANNA, yard.id(), cp8);
            slice.members.add(ANNA, yard.id(), cp8);
            slice.groups.remove(ANNA, yard.id(), any -> {});
            refused(Refused.Kind.NOT_FOUND, () -> slice.groups.get(ALL, yard.id()));
            assertThat(slice.stations.find(ALL, "CP-8")).as("its stations stay").isPresent();
            String of = "user:anna station-group " + yard.id() + " ";
            List<String> lines = RecordedLines.of(slice.database, slice.commits);
            assertThat(lines.subList(before, lines.size()))
                    .containsExactly(
                            of + "created  -> {'name':'Yard','note':'behind the house'}",
                            of + "station-added  -> {'station':'CP-7'}",
                            of + "stations-replaced  -> {'added':['CP-8'],'removed':['CP-7']}",
                            of + "changed {'name':'Yard'} -> {'name':'YARD'}",
                            of + "station-removed  -> {'station':'CP-8'}",
                            of + "station-added  -> {'station':'CP-8'}",
                            of + "deleted {'name':'YARD','note':'behind the house','stations':['CP-8']} ->");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void two_groups_never_differ_in_case_only(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationGroup yard = made(slice, "Yard");
            StationGroup gate = made(slice, "Gate");
            assertThat(refused(Refused.Kind.CONFLICT, () -> made(slice, "yARD")).detail())
                    .contains("'Yard'", "number " + yard.id());
            refused(
                    Refused.Kind.CONFLICT,
                    () -> slice.groups.change(
                            ANNA, gate.id(), any -> {}, label -> new StationGroup.Label("YARD", null)));
            Actor other = new Actor(Scope.tenant(2), Actor.Kind.USER, "otto", Actor.Origin.WITHIN);
            slice.commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql()
                    .execute("insert into tenant (id, slug, name, created_at)"
                            + " select 2, 'other', 'Other', created_at from tenant where id = 1"));
            StationGroup theirs = slice.groups.create(other, new StationGroup.Label("Yard", null));
            refused(Refused.Kind.NOT_FOUND, () -> slice.groups.get(ALL, theirs.id()));
            refused(Refused.Kind.NOT_FOUND, () -> slice.groups.remove(ANNA, theirs.id(), any -> {}));
            StationRef ours = slice.station("CP-7");
            refused(Refused.Kind.NOT_FOUND, () -> slice.members.add(ANNA, theirs.id(), ours));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void groups_and_their_stations_come_in_pages_in_the_order_of_their_names(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            for (String name : List.of("south", "North", "East", "west")) {
                made(slice, name);
            }
            Page<StationGroup> first = slice.groups.page(ALL, null, new Limit(3), null);
            assertThat(first.items()).extracting(StationGroup::name).containsExactly("East", "North", "south");
            assertThat(slice.groups
                            .page(ALL, null, new Limit(3), Cursor.of(first.next()))
                            .items())
                    .extracting(StationGroup::name)
                    .containsExactly("west");
            assertThat(slice.groups.page(ALL, "TH", Limit.USUAL, null).items())
                    .extracting(StationGroup::name)
                    .containsExactly("North", "south");
            StationGroup north = first.items().get(1);
            slice.members.set(
                    ANNA,
                    north.id(),
                    IntStream.range(0, 5)
                            .mapToObj(i -> slice.station("CP-" + i).identity())
                            .toList());
            Page<StationGroupMember> some = slice.members.page(ALL, north.id(), new Limit(3), null);
            assertThat(some.items()).extracting(StationGroupMember::identity).containsExactly("CP-0", "CP-1", "CP-2");
            assertThat(slice.members
                            .page(ALL, north.id(), new Limit(3), Cursor.of(some.next()))
                            .items())
                    .extracting(StationGroupMember::identity)
                    .containsExactly("CP-3", "CP-4");
            refused(Refused.Kind.NOT_FOUND, () -> slice.members.page(ALL, 99, Limit.USUAL, null));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_list_with_a_station_that_there_is_not_changes_nothing(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationGroup yard = made(slice, "Yard");
            slice.members.add(ANNA, yard.id(), slice.station("CP-7"));
            slice.station("CP-8");
            Refused refused = refused(
                    Refused.Kind.INVALID, () -> slice.members.set(ANNA, yard.id(), List.of("CP-8", "CP-9", "cp-10")));
            assertThat(refused.field()).isEqualTo("stations");
            assertThat(refused.detail()).contains("CP-9, cp-10").doesNotContain("CP-8");
            assertThat(members(slice, ALL, yard)).containsExactly("CP-7");
            List<String> many = IntStream.range(0, 5_001).mapToObj(i -> "X" + i).toList();
            refused(Refused.Kind.INVALID, () -> slice.members.set(ANNA, yard.id(), many));
            slice.members.set(ANNA, yard.id(), List.of());
            assertThat(members(slice, ALL, yard)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_that_is_deleted_leaves_its_groups(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationGroup yard = made(slice, "Yard");
            StationRef cp7 = slice.station("CP-7");
            slice.members.add(ANNA, yard.id(), cp7);
            slice.stations.delete(ANNA, cp7, any -> {});
            assertThat(slice.groups.get(ALL, yard.id()).stations()).isZero();
            assertThat(slice.database
                            .read(ALL)
                            .fetchCount(Tables.STATION_GROUP_MEMBER, Tables.STATION_GROUP_MEMBER.TENANT_ID.eq(1L)))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_group_that_limits_somebody_stays(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationGroup yard = made(slice, "Yard");
            IntStream.range(0, 12).forEach(i -> slice.limited.add("the role r" + i));
            assertThat(refused(Refused.Kind.CONFLICT, () -> slice.groups.remove(ANNA, yard.id(), any -> {}))
                            .detail())
                    .contains("'Yard'", "the role r0, the role r1", "the role r9 and 2 more");
            slice.limited.clear();
            slice.groups.remove(ANNA, yard.id(), any -> {});
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void whoever_is_limited_to_groups_sees_these_and_changes_none(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationGroup yard = made(slice, "Yard");
            StationGroup gate = made(slice, "Gate");
            StationRef mine = slice.station("MINE");
            StationRef other = slice.station("OTHER");
            slice.members.add(ANNA, yard.id(), mine);
            slice.members.add(ANNA, gate.id(), mine);
            slice.members.add(ANNA, gate.id(), other);
            Actor paul = limited(yard);
            assertThat(slice.groups.page(paul.scope(), null, Limit.USUAL, null).items())
                    .extracting(StationGroup::name)
                    .containsExactly("Yard");
            assertThat(members(slice, paul.scope(), yard)).containsExactly("MINE");
            assertThat(slice.members.of(paul.scope(), List.of(mine)).get(mine.id()))
                    .extracting(StationGroupName::name)
                    .containsExactly("Yard");
            assertThat(slice.members.of(ALL, List.of(mine, other)).get(mine.id()))
                    .extracting(StationGroupName::name)
                    .containsExactly("Gate", "Yard");
            assertThat(slice.members.stationsWithin(paul.scope())).containsExactly(mine.id());
            refused(Refused.Kind.NOT_FOUND, () -> slice.groups.get(paul.scope(), gate.id()));
            refused(Refused.Kind.NOT_FOUND, () -> slice.members.page(paul.scope(), gate.id(), Limit.USUAL, null));
            refused(Refused.Kind.FORBIDDEN, () -> slice.groups.create(paul, new StationGroup.Label("Own", null)));
            refused(
                    Refused.Kind.FORBIDDEN,
                    () -> slice.groups.change(paul, yard.id(), any -> {}, label -> new StationGroup.Label("X", null)));
            refused(Refused.Kind.FORBIDDEN, () -> slice.groups.remove(paul, yard.id(), any -> {}));
            refused(Refused.Kind.FORBIDDEN, () -> slice.members.add(paul, yard.id(), other));
            refused(Refused.Kind.FORBIDDEN, () -> slice.members.remove(paul, yard.id(), mine));
            refused(Refused.Kind.FORBIDDEN, () -> slice.members.set(paul, yard.id(), List.of("OTHER")));
            refused(Refused.Kind.NOT_FOUND, () -> slice.members.add(paul, gate.id(), mine));
            refused(Refused.Kind.NOT_FOUND, () -> slice.groups.remove(paul, gate.id(), any -> {}));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_may_be_registered_within_groups(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationGroup yard = made(slice, "Yard");
            StationGroup gate = made(slice, "Gate");
            slice.stations.create(ANNA, wanted("CP-7", yard.id(), gate.id()));
            assertThat(members(slice, ALL, yard)).containsExactly("CP-7");
            assertThat(members(slice, ALL, gate)).containsExactly("CP-7");
            assertThat(RecordedLines.of(slice.database, slice.commits).getLast())
                    .isEqualTo("user:anna station CP-7 created  -> {'admission':'accepted','strict':false,'groups':["
                            + yard.id() + "," + gate.id() + "]}");
            assertThat(refused(Refused.Kind.INVALID, () -> slice.stations.create(ANNA, wanted("CP-8", 99L)))
                            .field())
                    .isEqualTo("groups");
            assertThat(slice.stations.find(ALL, "CP-8")).isEmpty();
            refused(Refused.Kind.CONFLICT, () -> slice.stations.create(ANNA, wanted("cp-7", yard.id())));
            Actor paul = limited(yard);
            assertThat(refused(Refused.Kind.INVALID, () -> slice.stations.create(paul, wanted("CP-9")))
                            .field())
                    .as("it would be one that they do not see")
                    .isEqualTo("groups");
            refused(Refused.Kind.INVALID, () -> slice.stations.create(paul, wanted("CP-9", gate.id())));
            refused(Refused.Kind.INVALID, () -> slice.stations.create(paul, wanted("CP-9", yard.id(), gate.id())));
            Station own = slice.stations.create(paul, wanted("CP-9", yard.id()));
            assertThat(slice.stations.find(paul.scope(), "CP-9")).contains(own);
            assertThat(members(slice, ALL, yard)).containsExactly("CP-7", "CP-9");
        }
    }

    private static NewStation wanted(String identity, Long... groups) {
        return new NewStation(identity, StationConfig.DEFAULT, Set.of(groups));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_list_may_be_asked_for_one_group(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationGroup yard = made(slice, "Yard");
            StationGroup gate = made(slice, "Gate");
            slice.stations.create(ANNA, wanted("CP-7", yard.id()));
            slice.stations.create(ANNA, wanted("CP-8", gate.id()));
            CurrentActor anna = CurrentActor.of(principal(ANNA), slice.groups);
            CurrentActor paul = CurrentActor.of(principal(limited(gate)), slice.groups);
            assertThat(stations(slice, anna.scope(null))).containsExactly("CP-7", "CP-8");
            assertThat(stations(slice, anna.scope(" "))).containsExactly("CP-7", "CP-8");
            assertThat(stations(slice, anna.scope(Long.toString(yard.id())))).containsExactly("CP-7");
            assertThat(stations(slice, paul.scope(null))).containsExactly("CP-8");
            assertThat(stations(slice, paul.scope(Long.toString(gate.id())))).containsExactly("CP-8");
            for (String none : List.of("99", "Yard", "-1", "9999999999999999999")) {
                assertThat(refused(Refused.Kind.INVALID, () -> anna.scope(none)).field())
                        .isEqualTo("stationGroup");
            }
            assertThat(refused(Refused.Kind.INVALID, () -> paul.scope(Long.toString(yard.id())))
                            .detail())
                    .as("as if there were none")
                    .isEqualTo(refused(Refused.Kind.INVALID, () -> anna.scope("99"))
                            .detail()
                            .replace("99", Long.toString(yard.id())));
            assertThat(anna.wholeTenant("The audit log")).isEqualTo(1);
            refused(Refused.Kind.FORBIDDEN, () -> paul.wholeTenant("The audit log"));
        }
    }

    private static Principal principal(Actor actor) {
        return new Principal(actor, Permissions.NONE, Set.of(), new Principal.Key(1));
    }

    private static List<String> stations(TestStations slice, Scope scope) {
        return slice.stations.page(scope, null, null, Limit.USUAL, null).items().stream()
                .map(station -> station.ref().identity())
                .toList();
    }

    @Test
    void what_is_limited_never_becomes_wider() {
        Scope yard = ALL.within(Set.of(5L));
        assertThat(yard.within(Set.of(5L, 6L))).isEqualTo(yard);
        assertThat(yard.within(Set.of(6L))).isEqualTo(ALL.within(Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "LONG"})
    void a_name_that_is_none_is_refused(String name) {
        try (TestStations slice = new TestStations()) {
            assertThat(refused(Refused.Kind.INVALID, () -> made(slice, name.replace("LONG", "x".repeat(101))))
                            .field())
                    .isEqualTo("name");
            assertThat(refused(
                                    Refused.Kind.INVALID,
                                    () -> slice.groups.create(ANNA, new StationGroup.Label("Yard", "x".repeat(501))))
                            .field())
                    .isEqualTo("note");
        }
    }
}
