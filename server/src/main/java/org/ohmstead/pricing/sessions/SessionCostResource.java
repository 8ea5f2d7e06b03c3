package org.ohmstead.pricing.sessions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.pricing.PricedView;
import org.ohmstead.pricing.catalogue.OperatorTariff;
import org.ohmstead.pricing.catalogue.OperatorTariffs;
import org.ohmstead.pricing.sessions.SessionCostView.PlanView;
import org.ohmstead.pricing.sessions.SessionCostView.RevisionView;
import org.ohmstead.pricing.sessions.SessionPricing.Costed;

/** REST: what a session costs, and why. */
@Path("/api/v1/sessions/{id}")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionCostResource {
    private final SessionLists sessions;
    private final SessionPricing pricing;
    private final SessionPrices prices;
    private final OperatorTariffs tariffs;
    private final StationCosts stations;
    private final CurrentActor actor;

    @Inject
    public SessionCostResource(
            SessionLists sessions,
            SessionPricing pricing,
            SessionPrices prices,
            OperatorTariffs tariffs,
            StationCosts stations,
            CurrentActor actor) {
        this.sessions = sessions;
        this.pricing = pricing;
        this.prices = prices;
        this.tariffs = tariffs;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Path("/cost")
    @Permission("session.read")
    @Operation(
            operationId = "getSessionCost",
            summary = "Says what a session costs, by which tariff, and why",
            description =
                    "Of a session that runs: what it would cost if it ended now. Of one that has ended: its settled"
                            + " price; late messages may lead to another one, and every one that it has had stays"
                            + " readable.")
    @APIResponse(responseCode = "200", description = "What it costs")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such session, or it has no such price")
    public SessionCostView get(
            @PathParam("id") String id,
            @Parameter(description = "Number of a settled price. Default: what it costs now")
                    @QueryParam("revision")
                    @Nullable
                    String revision) {
        ChargingSession session = sessions.session(actor.scope(), id);
        List<SessionPrice> all = prices.revisions(actor.scope(), session.id());
        Long wanted = QueryWords.number("revision", revision);
        if (wanted != null) {
            return settled(session, chosen(all, wanted), all);
        }
        return session.isOpen() || all.isEmpty() ? current(session, all) : settled(session, all.getLast(), all);
    }

    private static SessionPrice chosen(List<SessionPrice> all, long revision) {
        return all.stream()
                .filter(each -> each.priced().revision() == revision)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "The session has no price " + revision + "; it has had " + all.size() + " of them."));
    }

    private SessionCostView settled(ChargingSession session, SessionPrice price, List<SessionPrice> all) {
        SessionPriced priced = price.priced();
        long tariff = Long.parseLong(priced.tariff());
        return new SessionCostView(
                session.id(),
                priced.state(),
                new PlanView(tariff, name(tariff, priced.tariffVersion()), priced.tariffVersion(), null, null),
                priced.currency(),
                priced.payableInclVat(),
                priced.revision(),
                price.pricedAt(),
                priced.items(),
                price.lines(),
                stations.of(session, priced.currency(), priced.payableInclVat()),
                all.stream().map(RevisionView::of).toList());
    }

    private @Nullable String name(long tariff, int version) {
        return tariffs.find(actor.scope(), tariff, version)
                .map(OperatorTariff::name)
                .orElse(null);
    }

    private SessionCostView current(ChargingSession session, List<SessionPrice> all) {
        List<RevisionView> revisions = all.stream().map(RevisionView::of).toList();
        Optional<Costed> found = pricing.cost(session);
        if (found.isEmpty()) {
            return new SessionCostView(
                    session.id(),
                    "unpriced",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    stations.of(session, null, null),
                    revisions);
        }
        Costed costed = found.get();
        SessionPlan plan = costed.plan();
        String currency = costed.priced().charge().currency().getCurrencyCode();
        return new SessionCostView(
                session.id(),
                costed.state().word(),
                new PlanView(
                        plan.tariff(),
                        costed.tariff().name(),
                        plan.version(),
                        plan.assignment(),
                        plan.zone().getId()),
                currency,
                costed.payable(),
                null,
                costed.at(),
                PricedItems.of(costed.priced()),
                PriceJson.write(PricedView.of(costed.priced(), SessionPricing.MOST_LINES)),
                stations.of(session, currency, costed.payable()),
                revisions);
    }
}
