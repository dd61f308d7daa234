export interface paths {
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queue
         * @description Open cases, the most urgent first; `second`: only those that wait for a second person.
         */
        get: operations["queue_api_cases_get"];
        put?: never;
        /**
         * Open Together
         * @description Ask on several orders of one shop in the customer's name: a case for each, or none.
         */
        post: operations["open_together_api_cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts
         * @description How many cases wait in each queue, and how many are late.
         */
        get: operations["counts_api_case_queues_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Case
         * @description Everything about one case, what may be done now, and what would follow.
         */
        get: operations["case_api_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/surroundings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Surroundings
         * @description Where it stands in the tree of disputes, its parcel, what the customer was told, guides,
         *     feedback, and the customer's record.
         */
        get: operations["surroundings_api_cases__case_id__surroundings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Foretell
         * @description What the customer would be told, where money would go and which clocks begin.
         */
        get: operations["foretell_api_cases__case_id__actions__action__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Order
         * @description The cases of an order, the newest first.
         */
        get: operations["of_order_api_orders__order_id__cases_get"];
        put?: never;
        /**
         * Open Case
         * @description Ask in the customer's name.
         */
        post: operations["open_case_api_orders__order_id__cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Credit
         * @description How a customer's dealings went, with the facts behind the score.
         */
        get: operations["credit_api_customers__customer_id__credit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/return-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places */
        get: operations["places_api_return_places_get"];
        put?: never;
        /** Add Place */
        post: operations["add_place_api_return_places_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/returning-parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Awaited
         * @description Parcels on their way back, the oldest first.
         */
        get: operations["awaited_api_returning_parcels_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recoveries
         * @description Fast refunds that have to be got back, the most urgent first; `over`: those that were, or
         *     were given up, the newest first.
         */
        get: operations["recoveries_api_recoveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * About
         * @description What may be asked for on the order; the receiver stays masked elsewhere, here it is left
         *     out.
         */
        get: operations["about_api_orders__order_id__eligibility_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Quote
         * @description Exactly what a request would come to; nothing is kept.
         */
        post: operations["quote_api_orders__order_id__quotes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/price-difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Price Difference
         * @description What comes back where prices fell since, and the rule that says so; nothing is kept.
         */
        get: operations["price_difference_api_orders__order_id__price_difference_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/compensations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compensate
         * @description Give something of the shop's own; beyond one's limit a second person agrees.
         */
        post: operations["compensate_api_orders__order_id__compensations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Amendments */
        get: operations["amendments_api_orders__order_id__amendments_get"];
        put?: never;
        /**
         * Amend
         * @description Change items, address or payment before it is shipped.
         */
        post: operations["amend_api_orders__order_id__amendments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/amendments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Foresee
         * @description What such a change would come to, and whether policy allows it; nothing is kept.
         */
        post: operations["foresee_api_orders__order_id__amendments_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take the request back.
         */
        post: operations["withdraw_api_cases__case_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/revision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revise
         * @description Ask once more after a refusal.
         */
        post: operations["revise_api_cases__case_id__revision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description The customer takes the offer.
         */
        post: operations["accept_api_cases__case_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline
         * @description The customer does not want the offer.
         */
        post: operations["decline_api_cases__case_id__decline_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Escalate
         * @description Ask a third person to decide.
         */
        post: operations["escalate_api_cases__case_id__escalation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship Back
         * @description The customer sent the goods.
         */
        post: operations["ship_back_api_cases__case_id__return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pick Up
         * @description The courier comes for the goods: window, courier, address, result.
         */
        post: operations["pick_up_api_cases__case_id__pickup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose
         * @description A parcel that cannot be stopped: the customer refuses it, or waits.
         */
        post: operations["choose_api_cases__case_id__choice_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay
         * @description The customer pays the difference.
         */
        post: operations["pay_api_cases__case_id__payment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description The customer has what was sent.
         */
        post: operations["confirm_api_cases__case_id__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Agree, with the version and amount that were seen. Beyond one's limit the case waits for a
         *     second person, who approves it the same way.
         */
        post: operations["approve_api_cases__case_id__approval_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Many
         * @description Agree to what is safe; the others stay as they are, each with the reason.
         */
        post: operations["approve_many_api_case_approvals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description Say no, with a reason of the list and what proves it.
         */
        post: operations["refuse_api_cases__case_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose
         * @description Offer another amount or kind.
         */
        post: operations["propose_api_cases__case_id__offer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retain
         * @description Offer something for keeping the order.
         */
        post: operations["retain_api_cases__case_id__retention_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Override
         * @description Decide otherwise than policy, with a reason on record.
         */
        post: operations["override_api_cases__case_id__override_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/fast-refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fast Refund
         * @description Refund before the goods are back.
         */
        post: operations["fast_refund_api_cases__case_id__fast_refund_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Send a failed refund again, the same way.
         */
        post: operations["retry_api_cases__case_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/shipped-instead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship Instead
         * @description The parcel left after the buyer asked for a refund before shipping: the request closes.
         */
        post: operations["ship_instead_api_cases__case_id__shipped_instead_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Evidence
         * @description Put proof forward; it stays for good.
         */
        post: operations["add_evidence_api_cases__case_id__evidence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note Needs
         * @description What the customer wants and why, as found out in talk.
         */
        post: operations["note_needs_api_cases__case_id__needs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/judgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge
         * @description Whose fault a dispute is; what to do about it follows.
         */
        post: operations["judge_api_cases__case_id__judgement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/contest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Contest
         * @description Stand by the refusal, with the proof the dispute's branch asks for.
         */
        post: operations["contest_api_cases__case_id__contest_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/concession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Concede
         * @description Agree to all that was asked for.
         */
        post: operations["concede_api_cases__case_id__concession_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule
         * @description Decide a dispute, as somebody who had no part in the case.
         */
        post: operations["rule_api_cases__case_id__ruling_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle
         * @description Both sides agree after all.
         */
        post: operations["settle_api_cases__case_id__settlement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen
         * @description Start over from a case that ended: a new case, named here.
         */
        post: operations["reopen_api_cases__case_id__reopening_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries/{recovery_id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind
         * @description Ask the customer for a fast refund whose goods are missing; once a day.
         */
        post: operations["remind_api_recoveries__recovery_id__reminders_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries/{recovery_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * End Recovery
         * @description A fast refund came back, or is given up.
         */
        put: operations["end_recovery_api_recoveries__recovery_id__end_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/return-places/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Place */
        put: operations["change_place_api_return_places__place_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive
         * @description What the warehouse found: accepted lines go on at once, the rest becomes a case apart.
         */
        post: operations["receive_api_cases__case_id__receipt_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/receipt-refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Receipt
         * @description Not what was agreed to come back, with photos.
         */
        post: operations["refuse_receipt_api_cases__case_id__receipt_refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/return-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report Return
         * @description Where the returning parcel is.
         */
        post: operations["report_return_api_cases__case_id__return_news_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship Replacement
         * @description The replacement leaves.
         */
        post: operations["ship_replacement_api_cases__case_id__replacement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/replacement-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report Replacement
         * @description Where the replacement is.
         */
        post: operations["report_replacement_api_cases__case_id__replacement_news_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Convert
         * @description Nothing can be sent: the money goes back instead.
         */
        post: operations["convert_api_cases__case_id__conversion_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/interception": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Intercept
         * @description Order the courier to stop the parcel.
         */
        post: operations["intercept_api_cases__case_id__interception_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/interception-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Interception
         * @description What the courier answered.
         */
        post: operations["answer_interception_api_cases__case_id__interception_answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/parcel-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Parcel Back
         * @description A stopped or refused parcel is in our hands again.
         */
        post: operations["parcel_back_api_cases__case_id__parcel_back_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-reports/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retention
         * @description Offers for keeping the order, by agent or by reason.
         */
        get: operations["retention_api_case_reports_retention_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-reports/return-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return Times
         * @description How long each leg of a return takes, against its target.
         */
        get: operations["return_times_api_case_reports_return_times_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-reports/couriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Couriers
         * @description How long each courier takes for each leg of returns and exchanges.
         */
        get: operations["couriers_api_case_reports_couriers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-reports/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Completion
         * @description How long cases take that we complete ourselves, against their target; ruled ones apart.
         */
        get: operations["completion_api_case_reports_completion_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-reports/automation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Automation
         * @description How fast refunds are with automations and without, and how many are disputed.
         */
        get: operations["automation_api_case_reports_automation_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-reports/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disputes
         * @description Which branch of the dispute tree ends how, and costs most.
         */
        get: operations["disputes_api_case_reports_disputes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-reports/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows
         * @description The cases behind a figure, the newest first; those of other shops are not there.
         */
        get: operations["rows_api_case_reports_rows_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Parcels
         * @description Parcels on their way to us; with a number, as scanned, only that one.
         */
        get: operations["parcels_api_warehouse_parcels_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/interceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Interceptions
         * @description Parcels the courier was asked to stop: without an answer yet, or lately `answered`.
         */
        get: operations["interceptions_api_warehouse_interceptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Replacements
         * @description What is to be sent, and where to.
         */
        get: operations["replacements_api_warehouse_replacements_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/cases/{case_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive
         * @description What was found in the parcel.
         */
        post: operations["receive_api_warehouse_cases__case_id__receipt_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/cases/{case_id}/receipt-refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description Not what was agreed to come back, with photos.
         */
        post: operations["refuse_api_warehouse_cases__case_id__receipt_refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/cases/{case_id}/parcel-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signed In
         * @description A stopped or refused parcel is in our hands again.
         */
        post: operations["signed_in_api_warehouse_cases__case_id__parcel_back_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/cases/{case_id}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send
         * @description The replacement leaves.
         */
        post: operations["send_api_warehouse_cases__case_id__replacement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/cases/{case_id}/interception-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answered
         * @description What the courier answered.
         */
        post: operations["answered_api_warehouse_cases__case_id__interception_answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/aftersales-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings
         * @description What the shop chose, and who changed it.
         */
        get: operations["settings_api_aftersales_settings_get"];
        /**
         * Change
         * @description Change what is sent; the rest stays.
         */
        put: operations["change_api_aftersales_settings_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Orders
         * @description One's own orders, the most recent first.
         */
        get: operations["own_orders_chat_aftersales_orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * About
         * @description Everything a request about the order can be made of.
         */
        get: operations["about_chat_aftersales_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/orders/{order_id}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Quote
         * @description Exactly what would be paid back, and when it would be there; nothing is kept.
         */
        post: operations["quote_chat_aftersales_orders__order_id__quotes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/orders/{order_id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Case
         * @description Ask for it.
         */
        post: operations["open_case_chat_aftersales_orders__order_id__cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/orders/{order_id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend
         * @description Change items, address or payment before it is shipped.
         */
        post: operations["amend_chat_aftersales_orders__order_id__amendments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Cases
         * @description One's own cases, the newest first.
         */
        get: operations["own_cases_chat_aftersales_cases_get"];
        put?: never;
        /**
         * Ask Together
         * @description Ask on several of one's own orders at once: a case for each, or none.
         */
        post: operations["ask_together_chat_aftersales_cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow
         * @description Every step with its deadline, and what can be done now.
         */
        get: operations["follow_chat_aftersales_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Evidence
         * @description Put proof forward; it stays for good.
         */
        post: operations["add_evidence_chat_aftersales_cases__case_id__evidence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pick Up
         * @description When the courier may come for the goods.
         */
        post: operations["pick_up_chat_aftersales_cases__case_id__pickup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship Back
         * @description The goods are on their way back.
         */
        post: operations["ship_back_chat_aftersales_cases__case_id__return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Take what was offered.
         */
        post: operations["accept_chat_aftersales_cases__case_id__acceptance_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline
         * @description Do not take what was offered.
         */
        post: operations["decline_chat_aftersales_cases__case_id__decline_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take the request back.
         */
        post: operations["withdraw_chat_aftersales_cases__case_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/revision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revise
         * @description Ask once more after a refusal.
         */
        post: operations["revise_chat_aftersales_cases__case_id__revision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Escalate
         * @description Let a third person decide.
         */
        post: operations["escalate_chat_aftersales_cases__case_id__escalation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose
         * @description Refuse the parcel that could not be stopped, or wait for its return.
         */
        post: operations["choose_chat_aftersales_cases__case_id__choice_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay
         * @description Pay the difference.
         */
        post: operations["pay_chat_aftersales_cases__case_id__payment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description The replacement has arrived.
         */
        post: operations["confirm_chat_aftersales_cases__case_id__confirmation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Guide
         * @description Send the customer an illustrated guide for the step they are at.
         */
        post: operations["send_guide_api_cases__case_id__guides_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note Feedback
         * @description What the customer said of it, in talk.
         */
        post: operations["note_feedback_api_cases__case_id__feedback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/return-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Card
         * @description The words of the return guarantee card.
         */
        get: operations["card_api_return_card_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/guides/{code}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Guide
         * @description Look at a guide that was sent.
         */
        post: operations["open_guide_chat_aftersales_cases__case_id__guides__code__opening_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/guides/{code}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tick
         * @description A step of it is done, counted from 0.
         */
        put: operations["tick_chat_aftersales_cases__case_id__guides__code__steps__step__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/cases/{case_id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Feedback
         * @description How it went.
         */
        post: operations["give_feedback_chat_aftersales_cases__case_id__feedback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/aftersales/pictures/{name}.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Picture
         * @description A drawing of a guide; the same for everybody.
         */
        get: operations["picture_chat_aftersales_pictures__name__svg_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/assist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aid
         * @description Topic, mood, picks, summary and suggestions of a talk; what is switched off is left out.
         */
        get: operations["aid_api_conversations__conversation_id__assist_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Guide
         * @description How far the talk has come, and words for this moment: said back, asking, soothing.
         */
        get: operations["guide_api_conversations__conversation_id__guide_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/topic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Topic
         * @description Say what the talk is about; the shop's own model may learn from it.
         */
        put: operations["set_topic_api_conversations__conversation_id__topic_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft
         * @description Server-sent steps of a draft. The transaction ends before the model is asked; its silence
         *     is answered by the local engine.
         */
        post: operations["draft_api_conversations__conversation_id__drafts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assist/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All Topics */
        get: operations["all_topics_api_assist_topics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assist/tense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tense
         * @description Open talks that call for care: lists mark them.
         */
        get: operations["tense_api_assist_tense_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assist/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Switched
         * @description What each of the actor's shops has switched on.
         */
        get: operations["switched_api_assist_switches_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assist/switches/{shop_id}/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch */
        put: operations["switch_api_assist_switches__shop_id___feature__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/cool-down": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rest
         * @description Rest a little after a hard talk: nothing new comes meanwhile, and it ends by itself.
         */
        post: operations["rest_api_me_cool_down_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hard-talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hard Talks
         * @description Hard talks by agent and day, for leads.
         */
        get: operations["hard_talks_api_hard_talks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products */
        get: operations["products_api_products_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/skus/{sku_id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock */
        get: operations["stock_api_skus__sku_id__stock_get"];
        /** Record Stock */
        put: operations["record_stock_api_skus__sku_id__stock_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock Differences */
        get: operations["stock_differences_api_stock_differences_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{shop_id}/stock-threshold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Threshold */
        put: operations["set_threshold_api_shops__shop_id__stock_threshold_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description The call book, the newest first (CHN-2).
         */
        get: operations["listed_api_calls_get"];
        put?: never;
        /** Log Call */
        post: operations["log_call_api_calls_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description The call book of the last days in numbers.
         */
        get: operations["figures_api_calls_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description The call with who it may be (RCP-2).
         */
        get: operations["get_api_calls__call_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/taker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pick Up */
        put: operations["pick_up_api_calls__call_id__taker_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write Up */
        put: operations["write_up_api_calls__call_id__notes_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call Back
         * @description Promise a call by a time (RCP-4).
         */
        post: operations["call_back_api_calls__call_id__callback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Number
         * @description The whole number, to call it; who saw it is kept.
         */
        post: operations["show_number_api_calls__call_id__number_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Key
         * @description What the shop's telephone system has to show at `/api/phone/calls`.
         */
        get: operations["key_api_phone_key_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Heard
         * @description A telephone system tells one piece of a call, with `Authorization: Bearer KEY`.
         */
        post: operations["heard_api_phone_calls_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{shop_code}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Visit
         * @description Begin or continue: with the token of the last visit, or with the shop's word.
         */
        post: operations["visit_chat__shop_code__visits_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/talk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Current
         * @description The head of the talk, with its place in the queue.
         */
        get: operations["current_chat_talk_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages
         * @description Newer than `after`, or older than `before`, in the order they were said.
         */
        get: operations["messages_chat_messages_get"];
        put?: never;
        /**
         * Say
         * @description Say something; the first message begins the talk.
         */
        post: operations["say_chat_messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Read */
        put: operations["read_chat_read_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rate
         * @description How content the visitor is with the talk; the last word counts.
         */
        put: operations["rate_chat_rating_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description Keep a file for the message being written.
         */
        post: operations["upload_chat_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download */
        get: operations["download_chat_files__file_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/files/{file_id}/thumb": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thumb */
        get: operations["thumb_chat_files__file_id__thumb_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/order-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim
         * @description See an order by naming its number and the tail of its phone.
         */
        post: operations["claim_chat_order_claims_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders */
        get: operations["orders_chat_orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{shop_id}/webchat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Settings
         * @description How the shop embeds its chat, with the line to put into its pages.
         */
        get: operations["show_settings_api_shops__shop_id__webchat_get"];
        /** Change Settings */
        put: operations["change_settings_api_shops__shop_id__webchat_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{shop_id}/webchat/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Secret
         * @description Make a new vouching secret; the old one stops counting at once.
         */
        post: operations["renew_secret_api_shops__shop_id__webchat_secrets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{shop_id}/wechat-twin/people/{open_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phone */
        get: operations["phone_api_shops__shop_id__wechat_twin_people__open_id__messages_get"];
        put?: never;
        /** Write */
        post: operations["write_api_shops__shop_id__wechat_twin_people__open_id__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{shop_id}/wechat-twin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Mood */
        put: operations["set_mood_api_shops__shop_id__wechat_twin_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/couriers/callbacks/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pushed
         * @description Scans of parcels of any shop; each goes where its number is known.
         */
        post: operations["pushed_api_couriers_callbacks__name__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports */
        get: operations["imports_api_imports_get"];
        put?: never;
        /** Upload */
        post: operations["upload_api_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One */
        get: operations["one_api_imports__run_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{run_id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Match */
        put: operations["match_api_imports__run_id__mapping_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{run_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start */
        post: operations["start_api_imports__run_id__start_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{run_id}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report */
        get: operations["report_api_imports__run_id__report_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mappings */
        get: operations["mappings_api_import_mappings_get"];
        /** Keep */
        put: operations["keep_api_import_mappings_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platforms/{platform}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Key
         * @description What the platform's application has to sign with for this shop.
         */
        get: operations["key_api_platforms__platform__key_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platforms/{platform}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Told
         * @description Where a case of the platform stands; one that is new here is opened. Told again, or later
         *     than what is newer, it changes nothing.
         */
        post: operations["told_api_platforms__platform__cases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page
         * @description A view or a saved one (its id), narrowed by filters. `sort`: `recent` or `waiting`, whoever
         *     waits longest first.
         */
        get: operations["page_api_conversations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts */
        get: operations["counts_api_conversations_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Found
         * @description Messages that hold all the words, newest first.
         */
        get: operations["found_api_conversations_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/losses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lost
         * @description Customers who left before a person answered, in the last days of the shop (RSP-6).
         *
         *     The figures are of all of them; `day`, `hour` and `never_answered` choose which are listed.
         */
        get: operations["lost_api_conversations_losses_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Opened
         * @description Everything about one talk; with `messages=50` its last fifty too.
         */
        get: operations["opened_api_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Message Page
         * @description Ascending; `more` lies before the first, or after the last when `after` was asked.
         */
        get: operations["message_page_api_conversations__conversation_id__messages_get"];
        put?: never;
        /**
         * Say
         * @description Answer, or leave a private note. The same `client_id` again: 200 and the same message.
         */
        post: operations["say_api_conversations__conversation_id__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Story
         * @description Who did what, newest first (TKT-7).
         */
        get: operations["story_api_conversations__conversation_id__timeline_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Assign */
        put: operations["assign_api_conversations__conversation_id__assignment_put"];
        post?: never;
        /** Give Back */
        delete: operations["give_back_api_conversations__conversation_id__assignment_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Snooze */
        put: operations["snooze_api_conversations__conversation_id__snooze_put"];
        post?: never;
        /** Wake */
        delete: operations["wake_api_conversations__conversation_id__snooze_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close */
        put: operations["close_api_conversations__conversation_id__closure_put"];
        post?: never;
        /** Reopen */
        delete: operations["reopen_api_conversations__conversation_id__closure_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Stage */
        put: operations["set_stage_api_conversations__conversation_id__stage_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Priority */
        put: operations["set_priority_api_conversations__conversation_id__priority_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Tags */
        put: operations["set_tags_api_conversations__conversation_id__tags_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Read */
        put: operations["read_api_conversations__conversation_id__read_put"];
        post?: never;
        /** Mark Unread */
        delete: operations["mark_unread_api_conversations__conversation_id__read_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep Draft */
        put: operations["keep_draft_api_conversations__conversation_id__draft_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversation-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Batch
         * @description One action on many talks; what could not be done says why and is left as it was.
         */
        post: operations["batch_api_conversation_batches_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hold
         * @description What is being checked for this customer now.
         */
        get: operations["hold_api_conversations__conversation_id__hold_get"];
        put?: never;
        /**
         * Begin
         * @description Ask the customer to wait; the message says what is checked and about how long.
         */
        post: operations["begin_api_conversations__conversation_id__hold_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/hold/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend
         * @description Tell the customer a later time.
         */
        post: operations["extend_api_conversations__conversation_id__hold_extensions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/hold/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description Give the definite answer that was promised.
         */
        post: operations["answer_api_conversations__conversation_id__hold_answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/hold/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Nobody waits for it any more.
         */
        post: operations["cancel_api_conversations__conversation_id__hold_cancellation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/late-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Late
         * @description Talks whose promised time has passed, the longest overdue first: they stand on top of every
         *     list. One's own; all of them for those who manage talks.
         */
        get: operations["late_api_late_holds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hold-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report
         * @description How each agent kept what customers were promised, of holds begun in this stretch.
         */
        get: operations["report_api_hold_report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/closing-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closing Reasons */
        get: operations["closing_reasons_api_closing_reasons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My Views */
        get: operations["my_views_api_views_get"];
        put?: never;
        /** Keep View */
        post: operations["keep_view_api_views_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change View */
        put: operations["change_view_api_views__view_id__put"];
        post?: never;
        /** Drop View */
        delete: operations["drop_view_api_views__view_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{shop_id}/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Channel Settings */
        get: operations["channel_settings_api_shops__shop_id__channels__channel__get"];
        /** Change Channel Settings */
        put: operations["change_channel_settings_api_shops__shop_id__channels__channel__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{phrase_id}/rendering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Render Phrase
         * @description The phrase filled in from this talk and its order; `missing` is still to be filled.
         */
        post: operations["render_phrase_api_phrases__phrase_id__rendering_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/order-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order Status
         * @description A ready sentence about the order for the composer (ORD-2).
         */
        post: operations["order_status_api_conversations__conversation_id__order_status_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look Over
         * @description What is to be said of a reply before it is sent; what blocks would be refused.
         */
        post: operations["look_over_api_conversations__conversation_id__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/emojis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Emojis
         * @description Emojis for this customer, and which use suits what is being written.
         */
        get: operations["emojis_api_conversations__conversation_id__emojis_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offered
         * @description Phrases for this talk, each with the words that fit its customer and situation (QP-13).
         */
        get: operations["offered_api_conversations__conversation_id__phrases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrase-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report
         * @description Each phrase's and each agent's figures of the last days.
         */
        get: operations["report_api_phrase_report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hot-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hot Questions
         * @description What many customers ask; `open`: no phrase answers it (QP-2).
         */
        get: operations["hot_questions_api_hot_questions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hot-questions/mining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mine
         * @description Look over the last thirty days now; it happens by itself once a day.
         */
        post: operations["mine_api_hot_questions_mining_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hot-questions/{hot_id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismiss */
        post: operations["dismiss_api_hot_questions__hot_id__dismissal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hot-questions/{hot_id}/phrase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cover */
        put: operations["cover_api_hot_questions__hot_id__phrase_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auto-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description In the order in which they are tried.
         */
        get: operations["listed_api_auto_replies_get"];
        put?: never;
        /**
         * Add
         * @description A text that neither guides nor reassures is refused.
         */
        post: operations["add_api_auto_replies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auto-replies/{auto_reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change */
        put: operations["change_api_auto_replies__auto_reply_id__put"];
        post?: never;
        /**
         * Remove
         * @description Switched off; what it said stays in the talks.
         */
        delete: operations["remove_api_auto_replies__auto_reply_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/help-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description Agents who wait for a lead, the oldest call first.
         */
        get: operations["waiting_api_help_requests_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description Call a lead: for a word the customer does not see, or to take over.
         */
        post: operations["ask_api_conversations__conversation_id__help_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/whispers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whisper
         * @description A lead's word to who serves the talk.
         */
        post: operations["whisper_api_conversations__conversation_id__whispers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take Over
         * @description The lead serves it from now on.
         */
        put: operations["take_over_api_conversations__conversation_id__take_over_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload */
        post: operations["upload_api_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download */
        get: operations["download_api_files__file_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{file_id}/thumb": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thumb */
        get: operations["thumb_api_files__file_id__thumb_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Customers
         * @description Newest first; `q` is part of a name, the end of a phone number, or an e-mail address.
         */
        get: operations["list_customers_api_customers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read */
        get: operations["read_api_customers__customer_id__get"];
        /** Change */
        put: operations["change_api_customers__customer_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Tags */
        put: operations["set_tags_api_customers__customer_id__tags_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Consent */
        put: operations["set_consent_api_customers__customer_id__consent_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Address */
        post: operations["add_address_api_customers__customer_id__addresses_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Address */
        delete: operations["remove_address_api_customers__customer_id__addresses__address_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reveals
         * @description Who looked behind the mask of this customer.
         */
        get: operations["list_reveals_api_customers__customer_id__reveals_get"];
        put?: never;
        /** Reveal */
        post: operations["reveal_api_customers__customer_id__reveals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/lookalikes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Lookalikes
         * @description Who may be the same person: the same phone or e-mail in the same shop.
         */
        get: operations["list_lookalikes_api_customers__customer_id__lookalikes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/merge-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plan Merge
         * @description What merging `other_id` into this customer would move; nothing is changed.
         */
        get: operations["plan_merge_api_customers__customer_id__merge_plan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge */
        post: operations["merge_api_customers__customer_id__merges_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export
         * @description Everything we hold of one person, for that person; noted in the audit.
         */
        post: operations["export_api_customers__customer_id__exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Erase */
        delete: operations["erase_api_customers__customer_id__personal_data_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * About
         * @description The evidence folder of one subject.
         */
        get: operations["about_api_evidence_get"];
        put?: never;
        /**
         * Capture
         * @description Keep messages, files or the subject as it is now.
         */
        post: operations["capture_api_evidence_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds */
        get: operations["kinds_api_evidence_kinds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles */
        get: operations["articles_api_articles_get"];
        put?: never;
        /** Write */
        post: operations["write_api_articles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description The latest words, or those of a version.
         */
        get: operations["get_api_articles__article_id__get"];
        /** Change */
        put: operations["change_api_articles__article_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions */
        get: operations["versions_api_articles__article_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish */
        post: operations["publish_api_articles__article_id__publication_post"];
        /** Retire */
        delete: operations["retire_api_articles__article_id__publication_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review */
        post: operations["review_api_articles__article_id__reviews_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * View
         * @description Somebody at the desk opened it.
         */
        post: operations["view_api_articles__article_id__views_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent
         * @description An agent put it into a reply.
         */
        post: operations["sent_api_articles__article_id__sendings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Vote
         * @description Whether it helped, as an agent sees it.
         */
        put: operations["vote_api_articles__article_id__vote_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{shop_code}/faq": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Faq
         * @description Every public article by title, the most helpful first, with the categories they are in.
         */
        get: operations["faq_chat__shop_code__faq_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{shop_code}/faq/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description What answers a question. One that nothing answers is kept as a gap (KB-4).
         */
        get: operations["search_chat__shop_code__faq_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{shop_code}/faq/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Article
         * @description One article; that it was opened is counted (GDE-4).
         */
        get: operations["article_chat__shop_code__faq__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{shop_code}/faq/{number}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Vote
         * @description Whether it solved the problem; the last word of a browser counts.
         */
        put: operations["vote_chat__shop_code__faq__number__vote_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Flag */
        post: operations["flag_api_articles__article_id__flags_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Flags
         * @description Those that wait for an answer; of one article all.
         */
        get: operations["flags_api_article_flags_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-flags/{flag_id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve */
        post: operations["resolve_api_article_flags__flag_id__resolution_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gaps */
        get: operations["gaps_api_article_gaps_get"];
        put?: never;
        /**
         * Note Gap
         * @description An agent says that no article answers this.
         */
        post: operations["note_gap_api_article_gaps_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-gaps/{gap_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close Gap */
        post: operations["close_gap_api_article_gaps__gap_id__closing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories */
        get: operations["categories_api_article_categories_get"];
        put?: never;
        /** Add Category */
        post: operations["add_category_api_article_categories_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Order Categories */
        put: operations["order_categories_api_article_categories_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Category */
        put: operations["change_category_api_article_categories__category_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Published articles for a question, the best first. `product_id`: what the talk is about.
         */
        get: operations["search_api_knowledge_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{product_id}/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Card
         * @description The product's card: its features, functions, precautions and what else is written of it.
         */
        get: operations["card_api_products__product_id__knowledge_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed
         * @description What customers were told, newest first.
         */
        get: operations["listed_api_notices_get"];
        put?: never;
        /** Notify */
        post: operations["notify_api_notices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{notice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get */
        get: operations["get_api_notices__notice_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notice-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates */
        get: operations["templates_api_notice_templates_get"];
        /** Write Template */
        put: operations["write_template_api_notice_templates_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts
         * @description How much waits in each queue.
         */
        get: operations["counts_api_order_steps_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses */
        get: operations["addresses_api_order_steps_addresses_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/addresses/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm
         * @description Write down what the customer said of the address.
         */
        put: operations["confirm_api_order_steps_addresses__order_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/astray": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Astray
         * @description Parcels with a wrong address, confirmed before or not.
         */
        get: operations["astray_api_order_steps_astray_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/cod": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cod
         * @description Orders paid on delivery that wait for a call, with both prices.
         */
        get: operations["cod_api_order_steps_cod_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/cod/{order_id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log Call
         * @description Write down a call and what came of it.
         */
        post: operations["log_call_api_order_steps_cod__order_id__calls_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/cod/{order_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refused
         * @description It was refused at the door.
         */
        post: operations["refused_api_order_steps_cod__order_id__refusal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/cod/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cod Report
         * @description Refusals with and without a call before, and what calls and refusals cost.
         */
        get: operations["cod_report_api_order_steps_cod_report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/cod/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exceptions
         * @description Sent before anybody had called.
         */
        get: operations["exceptions_api_order_steps_cod_exceptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/unpaid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Unpaid
         * @description Orders nobody has paid, and today's cutoff.
         */
        get: operations["unpaid_api_order_steps_unpaid_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/unpaid/{order_id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Classify */
        put: operations["classify_api_order_steps_unpaid__order_id__why_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/unpaid/{order_id}/nudges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nudge
         * @description Remind the customer, while paying now means shipping today.
         */
        post: operations["nudge_api_order_steps_unpaid__order_id__nudges_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/unpaid/{order_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close */
        put: operations["close_api_order_steps_unpaid__order_id__closing_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/unpaid/nudges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nudges
         * @description What reminders brought, by agent and template.
         */
        get: operations["nudges_api_order_steps_unpaid_nudges_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-steps/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ratings
         * @description Deals that are done: rated, to be rated, or too old for it.
         */
        get: operations["ratings_api_order_steps_ratings_get"];
        put?: never;
        /**
         * Rate
         * @description Rate the buyers of these orders.
         */
        post: operations["rate_api_order_steps_ratings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders */
        get: operations["orders_api_orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Order */
        get: operations["order_api_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remark */
        post: operations["remark_api_orders__order_id__remarks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{order_id}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money
         * @description Payments, refunds line by line, and the ledger of an order.
         */
        get: operations["money_api_orders__order_id__money_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/for-people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For People
         * @description Failed, contradicted and overdue movements, by when they should be settled.
         */
        get: operations["for_people_api_payments_for_people_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customer_id}/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Instruments */
        get: operations["instruments_api_customers__customer_id__instruments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/movements/{movement_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Send a failed refund once more, the same way; asked twice, it is the same movement.
         */
        post: operations["retry_api_payments_movements__movement_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/movements/{movement_id}/interventions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Intervene
         * @description Settle it by hand. Above the shop's limit it waits for a second person (`done_at` empty).
         */
        post: operations["intervene_api_payments_movements__movement_id__interventions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/interventions/{intervention_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Approve */
        put: operations["approve_api_payments_interventions__intervention_id__approval_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/interventions/{intervention_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Refuse */
        delete: operations["refuse_api_payments_interventions__intervention_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/callbacks/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Callback
         * @description A provider tells what became of a movement. Signed, or it was never here (401).
         */
        post: operations["callback_api_payments_callbacks__name__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offered
         * @description Phrases to choose from; with `q` (shortcut, title, pinyin letters, text) best first.
         */
        get: operations["offered_api_phrases_get"];
        put?: never;
        /** Write */
        post: operations["write_api_phrases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{phrase_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get */
        get: operations["get_api_phrases__phrase_id__get"];
        /** Change */
        put: operations["change_api_phrases__phrase_id__put"];
        post?: never;
        /** Retire */
        delete: operations["retire_api_phrases__phrase_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{phrase_id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Restore */
        delete: operations["restore_api_phrases__phrase_id__retirement_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{phrase_id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy */
        post: operations["copy_api_phrases__phrase_id__copies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{phrase_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions */
        get: operations["versions_api_phrases__phrase_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrase-variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Variables */
        get: operations["variables_api_phrase_variables_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrase-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories */
        get: operations["categories_api_phrase_categories_get"];
        put?: never;
        /** Add Category */
        post: operations["add_category_api_phrase_categories_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrase-categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Order Categories */
        put: operations["order_categories_api_phrase_categories_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrase-categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Category */
        put: operations["change_category_api_phrase_categories__category_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/word-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Word Rules
         * @description Words watched for in replies: the house's and the shop's own.
         */
        get: operations["word_rules_api_word_rules_get"];
        /**
         * Watch
         * @description The shop's own rule of a word, in place of the house's. Again: changed.
         */
        put: operations["watch_api_word_rules_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/word-rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget Word */
        delete: operations["forget_word_api_word_rules__rule_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emojis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Emojis
         * @description The managed set of a shop, switched off ones too.
         */
        get: operations["emojis_api_emojis_get"];
        /**
         * Put Emoji
         * @description The shop's own word on an emoji. Again: changed.
         */
        put: operations["put_emoji_api_emojis_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{shop_id}/reply-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks */
        get: operations["checks_api_shops__shop_id__reply_checks_get"];
        /** Set Checks */
        put: operations["set_checks_api_shops__shop_id__reply_checks_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{phrase_id}/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Care For
         * @description Dates, keeper, review cycle and what it repeats; all of it is set.
         */
        put: operations["care_for_api_phrases__phrase_id__care_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{phrase_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review
         * @description It still holds.
         */
        post: operations["review_api_phrases__phrase_id__reviews_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrase-inconsistencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inconsistencies
         * @description Phrases of which a linked fact changed after the last look.
         */
        get: operations["inconsistencies_api_phrase_inconsistencies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All Promotions */
        get: operations["all_promotions_api_promotions_get"];
        /**
         * Put Promotion
         * @description The promotion of this code, from now on so; phrases that repeat it are looked at again.
         */
        put: operations["put_promotion_api_promotions_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description The playbooks there are, or those offered for a type of thing.
         */
        get: operations["list__api_playbooks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbooks/{playbook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description The whole text, as a new run would follow it.
         */
        get: operations["get_api_playbooks__playbook__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbooks/{playbook}/checklists/{branch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checklist
         * @description What a branch asks to be proved, and what of it there is: before any run, at a refusal.
         */
        get: operations["checklist_api_playbooks__playbook__checklists__branch__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Results
         * @description Which branch ends how, takes how long and costs most.
         */
        get: operations["results_api_playbook_results_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * About
         * @description The runs for a subject, the latest first.
         */
        get: operations["about_api_playbook_runs_get"];
        put?: never;
        /**
         * Start
         * @description Begin for a subject; the one that goes on already is given back as it stands.
         */
        post: operations["start_api_playbook_runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get */
        get: operations["get_api_playbook_runs__run_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Learn
         * @description More is known; what it answers is passed.
         */
        post: operations["learn_api_playbook_runs__run_id__facts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Step
         * @description Answer the present step, or say that it is done.
         */
        post: operations["take_step_api_playbook_runs__run_id__steps_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take Back
         * @description Go back to a step; it and what followed it are undone, and stay in the record.
         */
        delete: operations["take_back_api_playbook_runs__run_id__steps__step__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use Words
         * @description Words of a step were copied or put into a message.
         */
        post: operations["use_words_api_playbook_runs__run_id__words_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checklist
         * @description What is to be proved on the branch of the run: present and missing.
         */
        get: operations["checklist_api_playbook_runs__run_id__checklist_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/checklist/{item}/{evidence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Attach
         * @description This evidence is what the item asks for.
         */
        put: operations["attach_api_playbook_runs__run_id__checklist__item___evidence_id__put"];
        post?: never;
        /** Detach */
        delete: operations["detach_api_playbook_runs__run_id__checklist__item___evidence_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish
         * @description End it. Contesting is refused while mandatory evidence is missing.
         */
        post: operations["finish_api_playbook_runs__run_id__result_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule
         * @description How the platform judged what was contested.
         */
        post: operations["rule_api_playbook_runs__run_id__ruling_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description By when they are to be submitted.
         */
        get: operations["list__api_appeals_get"];
        put?: never;
        /**
         * Open
         * @description Prepare an appeal against a review, a penalty, or a ruling made elsewhere.
         */
        post: operations["open__api_appeals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appeals/{appeal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get */
        get: operations["get_api_appeals__appeal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook-runs/{run_id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal Ruling
         * @description Prepare an appeal against the ruling of this run.
         */
        post: operations["appeal_ruling_api_playbook_runs__run_id__appeal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appeals/{appeal_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit
         * @description It has been handed in with this statement and evidence.
         */
        post: operations["submit_api_appeals__appeal_id__submission_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appeals/{appeal_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description It was won or lost, and why.
         */
        post: operations["decide_api_appeals__appeal_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appeals/{appeal_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop
         * @description It is not pursued.
         */
        post: operations["drop_api_appeals__appeal_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appeal-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Results
         * @description How appeals ended and why, to improve how evidence is kept.
         */
        get: operations["results_api_appeal_results_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policies
         * @description Every policy of the actor's shops and of the house, with the version in force.
         */
        get: operations["policies_api_policies_get"];
        put?: never;
        /**
         * Draft
         * @description Begin a version of a table for a shop, a category or a product.
         */
        post: operations["draft_api_policies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{policy_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions */
        get: operations["versions_api_policies__policy_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Words
         * @description Every fact and output a table may use.
         */
        get: operations["words_api_policy_vocabulary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clauses
         * @description The official words of every clause in force, to be said instead of one's own (POL-3).
         */
        get: operations["clauses_api_policy_clauses_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profiles */
        get: operations["profiles_api_policy_profiles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-profiles/{profile}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Apply
         * @description Let the tables of a profile hold in one shop from now on.
         */
        put: operations["apply_api_policy_profiles__profile__application_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get */
        get: operations["get_api_policy_versions__version_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Edits
         * @description Who changed what, newest first.
         */
        get: operations["edits_api_policy_versions__version_id__edits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/rows/{row_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put Row */
        put: operations["put_row_api_policy_versions__version_id__rows__row_id__put"];
        post?: never;
        /** Remove Row */
        delete: operations["remove_row_api_policy_versions__version_id__rows__row_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/columns/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put Column */
        put: operations["put_column_api_policy_versions__version_id__columns__kind___name__put"];
        post?: never;
        /** Remove Column */
        delete: operations["remove_column_api_policy_versions__version_id__columns__kind___name__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/parts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Part
         * @description The default row, clauses, tests, title, …: all that is neither row nor column.
         */
        put: operations["put_part_api_policy_versions__version_id__parts__part__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check
         * @description What stands in the way of switching it on.
         */
        get: operations["check_api_policy_versions__version_id__check_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Case
         * @description What this version says to a case. Nothing is kept.
         */
        post: operations["try_case_api_policy_versions__version_id__trials_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/shadow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Shadow */
        put: operations["shadow_api_policy_versions__version_id__shadow_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Differences
         * @description The newest decisions that a version in shadow would have taken otherwise.
         */
        get: operations["differences_api_policy_versions__version_id__differences_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Activate */
        put: operations["activate_api_policy_versions__version_id__activation_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Retire */
        put: operations["retire_api_policy_versions__version_id__retirement_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Confirm Reading */
        put: operations["confirm_reading_api_policy_versions__version_id__reading_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readings */
        get: operations["readings_api_policy_versions__version_id__readings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{version_id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Replays */
        get: operations["replays_api_policy_versions__version_id__replays_get"];
        put?: never;
        /**
         * Ask
         * @description Run the version over past decisions, in the background.
         */
        post: operations["ask_api_policy_versions__version_id__replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-replays/{replay_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Replay
         * @description How far it is, and what came out.
         */
        get: operations["replay_api_policy_replays__replay_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Decided
         * @description Decisions, newest first; those of automations by `table=automation` (AUT-5).
         */
        get: operations["decided_api_policy_decisions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-decisions/{decision_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decision */
        get: operations["decision_api_policy_decisions__decision_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-decisions/{decision_id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Override
         * @description Decide otherwise, with a reason.
         */
        post: operations["override_api_policy_decisions__decision_id__override_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fairness
         * @description Cases alike in every fact their table reads that ended differently (POL-4).
         */
        get: operations["fairness_api_policy_fairness_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Automations
         * @description Every automation as it stands now, in or out of a promotion.
         */
        get: operations["automations_api_automations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Switch
         * @description Switch one on or off, or kill it at once.
         */
        put: operations["set_switch_api_automations__code__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{shop_code}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Published
         * @description Period, conditions and process of every public policy, with its clauses. Open to anybody.
         */
        get: operations["published_chat__shop_code__policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Owed
         * @description What a shop owes, nearest first.
         */
        get: operations["owed_api_promises_get"];
        put?: never;
        /** Make */
        post: operations["make_api_promises_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/{promise_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get */
        get: operations["get_api_promises__promise_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/{promise_id}/fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep */
        put: operations["keep_api_promises__promise_id__fulfilment_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/{promise_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Release */
        put: operations["release_api_promises__promise_id__release_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/{promise_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause */
        put: operations["pause_api_promises__promise_id__pause_put"];
        post?: never;
        /** Resume */
        delete: operations["resume_api_promises__promise_id__pause_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/{promise_id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Extend */
        put: operations["extend_api_promises__promise_id__extension_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/{promise_id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hand Over */
        put: operations["hand_over_api_promises__promise_id__owner_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calendars */
        get: operations["calendars_api_calendars_get"];
        put?: never;
        /** Add Calendar */
        post: operations["add_calendar_api_calendars_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendar_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calendar */
        get: operations["calendar_api_calendars__calendar_id__get"];
        /** Change Calendar */
        put: operations["change_calendar_api_calendars__calendar_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Openings
         * @description When the hours written here are open, today and the days after; nothing is kept.
         */
        post: operations["openings_api_calendars_openings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendar_id}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Days */
        put: operations["set_days_api_calendars__calendar_id__days_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendar_id}/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Holidays
         * @description Days off and make-up workdays of a public notice.
         */
        post: operations["import_holidays_api_calendars__calendar_id__holidays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Board */
        get: operations["board_api_shipping_board_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/behind/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Behind
         * @description The orders a figure counts, the most urgent first.
         */
        get: operations["behind_api_shipping_behind__figure__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Order
         * @description What is owed about shipping an order, its parcels and every scan.
         */
        get: operations["of_order_api_shipping_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pack
         * @description Make up to a thousand parcels known.
         */
        post: operations["pack_api_shipping_parcels_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track
         * @description Take up to a thousand scans. Told again they change nothing, with a key or without.
         */
        post: operations["track_api_shipping_tracking_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend
         * @description Announce a time in which the clock of shipping stands.
         */
        post: operations["suspend_api_shipping_suspensions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/warehouses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Warehouses */
        get: operations["warehouses_api_shipping_warehouses_get"];
        put?: never;
        /** Add Warehouse */
        post: operations["add_warehouse_api_shipping_warehouses_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/warehouses/{warehouse_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Warehouse */
        put: operations["set_warehouse_api_shipping_warehouses__warehouse_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reminders
         * @description People of warehouses and couriers see those that went to their groups.
         */
        get: operations["reminders_api_shipping_reminders_get"];
        put?: never;
        /**
         * Remind
         * @description Ask the warehouses or couriers of these orders to hurry, in one act.
         */
        post: operations["remind_api_shipping_reminders_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/reminders/{reminder_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer */
        put: operations["answer_api_shipping_reminders__reminder_id__answer_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/reminders/{reminder_id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree */
        put: operations["agree_api_shipping_reminders__reminder_id__plan_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/reminders/{reminder_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close */
        put: operations["close_api_shipping_reminders__reminder_id__closing_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lessons
         * @description What was learned, and how often each cause came up.
         */
        get: operations["lessons_api_shipping_lessons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/couriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Courier
         * @description Share, people and whether a courier takes parcels.
         */
        put: operations["set_courier_api_shipping_couriers_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/couriers/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Next Courier
         * @description Who takes the next parcel, by today's shares.
         */
        get: operations["next_courier_api_shipping_couriers_next_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/unmarked-presales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Unmarked Presales
         * @description Presale goods without the label or the day they ship.
         */
        get: operations["unmarked_presales_api_shipping_unmarked_presales_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/delays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Delays
         * @description Orders that are or will be late, and what their customers want.
         */
        get: operations["delays_api_shipping_delays_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/delays/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell
         * @description Tell one customer or many of a delay.
         */
        post: operations["tell_api_shipping_delays_notices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/delays/{delay_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Record
         * @description Write down what the customer wants; it is carried out in the background.
         */
        put: operations["record_api_shipping_delays__delay_id__answer_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/delays/{delay_id}/cause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Blame
         * @description Whose the delay is; the shop's own is compensated at once once its deadline has passed.
         */
        put: operations["blame_api_shipping_delays__delay_id__cause_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Indicators
         * @description Shipping in time of the orders paid in the period.
         */
        get: operations["indicators_api_shipping_indicators_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/compensations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compensations
         * @description What delays cost, by cause, warehouse and product.
         */
        get: operations["compensations_api_shipping_compensations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/troubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Troubles
         * @description Logistics cases, the newest first.
         */
        get: operations["troubles_api_shipping_troubles_get"];
        put?: never;
        /**
         * Open Trouble
         * @description Report trouble with a parcel; its open case, if it has one.
         */
        post: operations["open_trouble_api_shipping_troubles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/troubles/{trouble_id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries
         * @description What was done, and words that comfort.
         */
        get: operations["entries_api_shipping_troubles__trouble_id__entries_get"];
        put?: never;
        /**
         * Write
         * @description Ask the courier, note its answer, tell the customer, claim, or note what was paid.
         */
        post: operations["write_api_shipping_troubles__trouble_id__entries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/troubles/{trouble_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * End
         * @description How it ended; the customer is told.
         */
        put: operations["end_api_shipping_troubles__trouble_id__end_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Performance
         * @description How each courier did with the parcels of the period.
         */
        get: operations["performance_api_shipping_performance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipping/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce
         * @description Tell customers of their parcels, one or many.
         */
        post: operations["announce_api_shipping_notices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queue
         * @description Tasks by when they are due.
         */
        get: operations["queue_api_tasks_get"];
        put?: never;
        /** Open Task */
        post: operations["open_task_api_tasks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get */
        get: operations["get_api_tasks__task_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Story
         * @description Who did what, newest first.
         */
        get: operations["story_api_tasks__task_id__timeline_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Acknowledge */
        put: operations["acknowledge_api_tasks__task_id__acknowledgement_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reassign */
        put: operations["reassign_api_tasks__task_id__assignment_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Postpone */
        put: operations["postpone_api_tasks__task_id__due_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Complete */
        put: operations["complete_api_tasks__task_id__completion_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cancel */
        put: operations["cancel_api_tasks__task_id__cancellation_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment */
        post: operations["comment_api_tasks__task_id__comments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agents
         * @description Everybody who shares a shop with you; a desk has hundreds of people, not more.
         */
        get: operations["list_agents_api_agents_get"];
        put?: never;
        /** Add Agent */
        post: operations["add_agent_api_agents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Agent */
        put: operations["change_agent_api_agents__agent_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Password */
        put: operations["set_password_api_agents__agent_id__password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reactivate */
        put: operations["reactivate_api_agents__agent_id__activation_put"];
        post?: never;
        /** Deactivate */
        delete: operations["deactivate_api_agents__agent_id__activation_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Sign Ins
         * @description Sign somebody out everywhere.
         */
        delete: operations["end_sign_ins_api_agents__agent_id__sign_ins_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Roles */
        get: operations["list_roles_api_roles_get"];
        put?: never;
        /** Add Role */
        post: operations["add_role_api_roles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Role */
        put: operations["change_role_api_roles__role_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Groups */
        get: operations["list_groups_api_groups_get"];
        put?: never;
        /** Add Group */
        post: operations["add_group_api_groups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename Group */
        put: operations["rename_group_api_groups__group_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whoami */
        get: operations["whoami_api_session_get"];
        put?: never;
        /** Sign In */
        post: operations["sign_in_api_session_post"];
        /** Sign Out */
        delete: operations["sign_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Presence */
        put: operations["set_presence_api_me_presence_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Preferences */
        put: operations["set_preferences_api_me_preferences_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Password */
        put: operations["change_password_api_me_password_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Sign Ins */
        get: operations["list_sign_ins_api_me_sign_ins_get"];
        put?: never;
        post?: never;
        /**
         * End Other Sign Ins
         * @description Sign out everywhere but here.
         */
        delete: operations["end_other_sign_ins_api_me_sign_ins_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sign-ins/{sign_in_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End Sign In */
        delete: operations["end_sign_in_api_me_sign_ins__sign_in_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up
         * @description The one-time link of the first start: the shop, its owner, and the owner signed in.
         */
        post: operations["set_up_api_setup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Abroad
         * @description Which emojis customers of other languages get (EMO-7).
         * @enum {string}
         */
        Abroad: "all" | "safe" | "off";
        /**
         * Account
         * @description Accounts of the ledger.
         * @enum {string}
         */
        Account: "opening" | "sales" | "clearing" | "stored_value" | "cash" | "owed" | "kept" | "goodwill" | "losses";
        /**
         * ActionOut
         * @description What may be done now, and what follows from it. `cents` is what to send along.
         */
        ActionOut: {
            /** Action */
            action: string;
            /** Path */
            path: string;
            /** Leads To */
            leads_to: components["schemas"]["CaseState"][];
            /** Cents */
            cents: number | null;
            /** Consequence */
            consequence: {
                [key: string]: string;
            };
        };
        /** Activation */
        Activation: {
            /** Effective From */
            effective_from?: string | null;
        };
        /** ActorOut */
        ActorOut: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /** AddressNew */
        AddressNew: {
            /** Receiver */
            receiver: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /** Region */
            region: string;
            /** Street */
            street: string;
            /**
             * Postal Code
             * @default
             */
            postal_code: string;
        };
        /** AddressOut */
        AddressOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name Masked */
            name_masked: string;
            /** Phone Masked */
            phone_masked: string;
            /** Address Masked */
            address_masked: string;
        };
        /** AgentChange */
        AgentChange: {
            /** Name */
            name?: string | null;
            /** Roles */
            roles?: string[] | null;
            /** Shop Ids */
            shop_ids?: string[] | null;
            /** All Shops */
            all_shops?: boolean | null;
            /** Group Ids */
            group_ids?: string[] | null;
            /** Skills */
            skills?: string[] | null;
            /** Max Concurrency */
            max_concurrency?: number | null;
        };
        /** AgentFigures */
        AgentFigures: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Name */
            name: string;
            /** Replies */
            replies: number;
            /** By Phrase */
            by_phrase: number;
            /** Unedited */
            unedited: number;
            /** Mechanical */
            mechanical: number;
            /** Score Unedited */
            score_unedited: number | null;
            /** Score */
            score: number | null;
        };
        /** AgentList */
        AgentList: {
            /** Items */
            items: components["schemas"]["AgentOut"][];
            /** Next */
            next?: string | null;
        };
        /** AgentNew */
        AgentNew: {
            /** Login */
            login: string;
            /** Name */
            name: string;
            /** Password */
            password: string;
            /**
             * Roles
             * @default [
             *       "reception"
             *     ]
             */
            roles: string[];
            /**
             * Shop Ids
             * @default []
             */
            shop_ids: string[];
            /**
             * All Shops
             * @default false
             */
            all_shops: boolean;
            /**
             * Group Ids
             * @default []
             */
            group_ids: string[];
            /**
             * Skills
             * @default []
             */
            skills: string[];
            /**
             * Max Concurrency
             * @default 8
             */
            max_concurrency: number;
            /**
             * Locale
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
        };
        /**
         * AgentOut
         * @description A person in a list: what they are, and how much they have in hand.
         */
        AgentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Login */
            login: string;
            presence: components["schemas"]["Presence"];
            /**
             * Presence Since
             * Format: date-time
             */
            presence_since: string;
            /** Roles */
            roles: string[];
            /** Groups */
            groups: components["schemas"]["GroupName"][];
            /** Skills */
            skills: string[];
            /** Max Concurrency */
            max_concurrency: number;
            /** Serving */
            serving: number;
            /** Active */
            active: boolean;
            /** All Shops */
            all_shops: boolean;
            /** Shop Ids */
            shop_ids: string[];
        };
        /** AidOut */
        AidOut: {
            /** Features */
            features: {
                [key: string]: boolean;
            };
            topic: components["schemas"]["TopicOut"] | null;
            /** Consultations */
            consultations: string[];
            mood: components["schemas"]["MoodOut"] | null;
            picks: components["schemas"]["PicksOut"] | null;
            summary: components["schemas"]["SummaryOut"] | null;
            /** Suggestions */
            suggestions: components["schemas"]["SuggestionOut"][];
        };
        /** AlikeList */
        AlikeList: {
            /** Items */
            items: components["schemas"]["AlikeOut"][];
            /** Next */
            next?: null;
        };
        /**
         * AlikeOut
         * @description Cases with the same facts that ended differently.
         */
        AlikeOut: {
            /** Table */
            table: string;
            /** Facts Hash */
            facts_hash: string;
            /** Cases */
            cases: number;
            /** Endings */
            endings: number;
            /** Overridden */
            overridden: number;
            /**
             * Example Id
             * Format: uuid
             */
            example_id: string;
        };
        /**
         * AmendmentIn
         * @description A change before shipping: `swaps`, `address` or `instrument_id` by its kind.
         */
        AmendmentIn: {
            kind: components["schemas"]["AmendmentKind"];
            /**
             * Swaps
             * @default []
             */
            swaps: components["schemas"]["SwapIn"][];
            address?: components["schemas"]["xiaoer__aftersales__schemas__requests__AddressIn"] | null;
            /** Instrument Id */
            instrument_id?: string | null;
        };
        /**
         * AmendmentKind
         * @enum {string}
         */
        AmendmentKind: "swap_items" | "change_address" | "change_payment";
        /** AmendmentList */
        AmendmentList: {
            /** Items */
            items: components["schemas"]["AmendmentOut"][];
        };
        /** AmendmentOut */
        AmendmentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            kind: components["schemas"]["AmendmentKind"];
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /** After */
            after: {
                [key: string]: unknown;
            };
            /** Due Cents */
            due_cents: number;
            /** Instrument Id */
            instrument_id: string | null;
            /** By Name */
            by_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * AnnounceIn
         * @description Tell the customers of these orders of their parcels.
         */
        AnnounceIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Order Ids */
            order_ids: string[];
            news: components["schemas"]["News"];
        };
        /**
         * Answer
         * @description How the shop answers a dispute.
         * @enum {string}
         */
        Answer: "agree" | "negotiate" | "contest";
        /** AnswerIn */
        AnswerIn: {
            /** Difficulty */
            difficulty: string;
            /** Proposed At */
            proposed_at?: string | null;
        };
        /** AppealList */
        AppealList: {
            /** Items */
            items: components["schemas"]["AppealOut"][];
            /** Next */
            next: string | null;
        };
        /** AppealOut */
        AppealOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            target: components["schemas"]["AppealTarget"];
            subject: components["schemas"]["SubjectRef"];
            /** Run Id */
            run_id: string | null;
            state: components["schemas"]["AppealState"];
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Statement */
            statement: string;
            /** Evidence Ids */
            evidence_ids: string[];
            /** Opened By */
            opened_by: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Submitted By */
            submitted_by: string | null;
            /** Submitted At */
            submitted_at: string | null;
            /** Ended At */
            ended_at: string | null;
            reason: components["schemas"]["AppealReason"] | null;
            /** Result Note */
            result_note: string;
        };
        /**
         * AppealReason
         * @description Why an appeal ended as it did, to improve how evidence is kept (EVD-4).
         * @enum {string}
         */
        AppealReason: "evidence_accepted" | "evidence_missing" | "evidence_refused" | "evidence_late" | "rules" | "other";
        /** AppealResultOut */
        AppealResultOut: {
            target: components["schemas"]["AppealTarget"];
            state: components["schemas"]["AppealState"];
            reason: components["schemas"]["AppealReason"];
            /** Appeals */
            appeals: number;
        };
        /**
         * AppealResults
         * @description Appeals that were won or lost in [since, until).
         */
        AppealResults: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Items */
            items: components["schemas"]["AppealResultOut"][];
            /** Next */
            next?: null;
        };
        /** AppealRuling */
        AppealRuling: {
            /**
             * Statement
             * @default
             */
            statement: string;
        };
        /**
         * AppealState
         * @enum {string}
         */
        AppealState: "preparing" | "submitted" | "won" | "lost" | "dropped";
        /**
         * AppealTarget
         * @description What an appeal is against (EVD-3).
         * @enum {string}
         */
        AppealTarget: "review" | "dispute" | "penalty";
        /**
         * ApprovalIn
         * @description `cents` is the amount that was seen; `override_reason` lets a missing answer or missing
         *     evidence not stand in the way.
         */
        ApprovalIn: {
            /** Version */
            version: number;
            /** Cents */
            cents: number;
            /** Reasonable */
            reasonable?: boolean | null;
            /** Conditions Met */
            conditions_met?: boolean | null;
            /**
             * Override Reason
             * @default
             */
            override_reason: string;
            /** Platform Version */
            platform_version?: string | null;
        };
        /** ArticleBrief */
        ArticleBrief: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            kind: components["schemas"]["xiaoer__knowledge__models__articles__Kind"];
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            state: components["schemas"]["ArticleState"];
            /** Public */
            public: boolean;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Version */
            version: number;
            /** Latest */
            latest: number;
            /** Published */
            published: number | null;
            /** Owner */
            owner: string | null;
            /** Owner Id */
            owner_id: string | null;
            /** Review Due At */
            review_due_at: string | null;
            review_reason: components["schemas"]["ReviewReason"] | null;
            /** Effective From */
            effective_from: string | null;
            /** Effective Until */
            effective_until: string | null;
            /** Open Flags */
            open_flags: number;
            counts: components["schemas"]["Counts"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ArticleList */
        ArticleList: {
            /** Items */
            items: components["schemas"]["ArticleBrief"][];
            /** Next */
            next: string | null;
        };
        /**
         * ArticleState
         * @enum {string}
         */
        ArticleState: "draft" | "published" | "retired";
        /** AstrayOut */
        AstrayOut: {
            /** Asked */
            asked: string;
            /** Orders */
            orders: number;
            /** Astray */
            astray: number;
        };
        /** AttachmentOut */
        AttachmentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Content Type */
            content_type: string;
            /** Size */
            size: number;
            /** Width */
            width: number | null;
            /** Height */
            height: number | null;
            /** Url */
            url: string;
            /** Thumb Url */
            thumb_url: string | null;
        };
        /** AttemptOut */
        AttemptOut: {
            /** Number */
            number: number;
            /** Channel */
            channel: string;
            outcome: components["schemas"]["xiaoer__notices__models__Outcome"];
            /** Detail */
            detail: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Ended At */
            ended_at: string | null;
        };
        /** Author */
        Author: {
            /** Id */
            id: string | null;
            /** Name */
            name: string;
        };
        /** AuthorOut */
        AuthorOut: {
            /** Id */
            id: string | null;
            /** Name */
            name: string;
        };
        /**
         * AutoReplyIn
         * @description `text` may hold {position} and {wait}. `window_min`: not twice to a customer within it.
         */
        AutoReplyIn: {
            /** Name */
            name: string;
            occasion: components["schemas"]["Occasion"];
            /** Text */
            text: string;
            /** Channel */
            channel?: string | null;
            /**
             * Keywords
             * @default []
             */
            keywords: string[];
            /**
             * Queue Over
             * @default 5
             */
            queue_over: number;
            /**
             * Window Min
             * @default 30
             */
            window_min: number;
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Active
             * @default true
             */
            active: boolean;
        };
        /** AutoReplyList */
        AutoReplyList: {
            /** Items */
            items: components["schemas"]["AutoReplyOut"][];
            /** Next */
            next?: null;
        };
        /** AutoReplyOut */
        AutoReplyOut: {
            /** Name */
            name: string;
            occasion: components["schemas"]["Occasion"];
            /** Text */
            text: string;
            /** Channel */
            channel?: string | null;
            /**
             * Keywords
             * @default []
             */
            keywords: string[];
            /**
             * Queue Over
             * @default 5
             */
            queue_over: number;
            /**
             * Window Min
             * @default 30
             */
            window_min: number;
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Active
             * @default true
             */
            active: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * AutomatedOut
         * @description `automation`: the switch, `deadline`, or empty for people.
         */
        AutomatedOut: {
            /** Case Ids */
            case_ids: string[];
            /** Automation */
            automation: string;
            /** Cases */
            cases: number;
            /** Mean Sec */
            mean_sec: number;
            /** Disputed */
            disputed: number;
            /** Disputed Bp */
            disputed_bp: number;
            /** Refunded Cents */
            refunded_cents: number;
            /** Overridden */
            overridden: number;
            /** People Sec */
            people_sec: number;
            /** Saved Sec */
            saved_sec: number;
        };
        /** AutomationReport */
        AutomationReport: {
            window: components["schemas"]["WindowOut"];
            rule: components["schemas"]["Both"];
            /** Currency */
            currency: string;
            /** Items */
            items: components["schemas"]["AutomatedOut"][];
        };
        /** AwaitedList */
        AwaitedList: {
            /** Items */
            items: components["schemas"]["AwaitedOut"][];
        };
        /** AwaitedOut */
        AwaitedOut: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Carrier */
            carrier: string;
            /** Tracking No */
            tracking_no: string;
            /** Node */
            node: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Signed At */
            signed_at: string | null;
        };
        /**
         * BackOut
         * @description One transfer, and in how many hours it should be there.
         */
        BackOut: {
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Cents */
            cents: number;
            /** Arrives From Hours */
            arrives_from_hours: number;
            /** Arrives To Hours */
            arrives_to_hours: number;
        };
        /** Batch */
        Batch: {
            /** Ids */
            ids: string[];
            /**
             * Action
             * @enum {string}
             */
            action: "assign" | "close" | "snooze" | "stage" | "tags";
            /**
             * @default {
             *       "note": "",
             *       "tags": []
             *     }
             */
            args: components["schemas"]["BatchArguments"];
        };
        /**
         * BatchArguments
         * @description What the action needs of these.
         */
        BatchArguments: {
            /** Agent Id */
            agent_id?: string | null;
            /** Group Id */
            group_id?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
            /** Expected Assignee Id */
            expected_assignee_id?: string | null;
            /** Reason */
            reason?: string | null;
            /** Until */
            until?: string | null;
            stage?: components["schemas"]["Stage-Input"] | null;
            /**
             * Tags
             * @default []
             */
            tags: string[];
        };
        /** BatchOut */
        BatchOut: {
            /** Done */
            done: string[];
            /** Refused */
            refused: components["schemas"]["RefusalOut"][];
        };
        /**
         * BehindOut
         * @description An order behind a figure.
         */
        BehindOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Order No */
            order_no: string;
            /** Customer Id */
            customer_id: string | null;
            /** Source */
            source: string;
            /** Paid Cents */
            paid_cents: number;
            /** Currency */
            currency: string;
            stage: components["schemas"]["xiaoer__shipping__models__watches__Stage"];
            urgency: components["schemas"]["Urgency"];
            /** Overlooked */
            overlooked: boolean;
            /** Paid At */
            paid_at: string | null;
            /**
             * Ship By
             * Format: date-time
             */
            ship_by: string;
            /**
             * Pickup By
             * Format: date-time
             */
            pickup_by: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Marked At */
            marked_at: string | null;
            /** Warehouse Id */
            warehouse_id: string | null;
            /** Courier */
            courier: string;
            /** Tracking No */
            tracking_no: string;
            /** Parcel Text */
            parcel_text: string;
            /** Parcel At */
            parcel_at: string | null;
            threat: components["schemas"]["Threat"] | null;
            /** Expected At */
            expected_at: string | null;
            /** Complaint */
            complaint: boolean;
            /** Compensation Cents */
            compensation_cents: number;
            /** Compensation Form */
            compensation_form: string;
            standstill: components["schemas"]["Standstill"] | null;
            /** Standing Since */
            standing_since: string | null;
            node: components["schemas"]["Node"] | null;
        };
        /** BehindPage */
        BehindPage: {
            /** Items */
            items: components["schemas"]["BehindOut"][];
            /** Next */
            next: string | null;
        };
        /** BeingWritten */
        BeingWritten: {
            /** Text */
            text: string;
            /** Phrase Id */
            phrase_id?: string | null;
        };
        /**
         * BoardOut
         * @description Figures of this moment; `soon`, `near` and `last` begin at the warnings of each order.
         */
        BoardOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Totals */
            totals: {
                [key: string]: number;
            };
            /** Places */
            places: components["schemas"]["xiaoer__shipping__schemas__PlaceOut"][];
            /** Warehouses */
            warehouses: components["schemas"]["WarehouseOut"][];
        };
        /** Body_upload_api_files_post */
        Body_upload_api_files_post: {
            /** File */
            file: string;
        };
        /** Body_upload_api_imports_post */
        Body_upload_api_imports_post: {
            /** File */
            file: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Format
             * @default auto
             */
            format: string;
        };
        /** Body_upload_chat_files_post */
        Body_upload_chat_files_post: {
            /** File */
            file: string;
        };
        /** Both */
        Both: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /** BothOut */
        BothOut: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /** BranchCostOut */
        BranchCostOut: {
            /** Case Ids */
            case_ids: string[];
            /** Branch */
            branch: string;
            title: components["schemas"]["Both"] | null;
            /** Runs */
            runs: number;
            /** Results */
            results: {
                [key: string]: number;
            };
            /** Rulings */
            rulings: {
                [key: string]: number;
            };
            /** Mean Sec */
            mean_sec: number;
            /** Cost Cents */
            cost_cents: number;
        };
        /** BranchOut */
        BranchOut: {
            /** Code */
            code: string;
            title: components["schemas"]["BothOut"];
            /** Path */
            path: components["schemas"]["BothOut"][];
        };
        /** BranchReport */
        BranchReport: {
            window: components["schemas"]["WindowOut"];
            rule: components["schemas"]["Both"];
            /** Currency */
            currency: string;
            /** Items */
            items: components["schemas"]["BranchCostOut"][];
        };
        /** BranchResultOut */
        BranchResultOut: {
            /** Branch */
            branch: string;
            title: components["schemas"]["BothOut"] | null;
            /** Runs */
            runs: number;
            /** Results */
            results: {
                [key: string]: number;
            };
            /** Rulings */
            rulings: {
                [key: string]: number;
            };
            /** Seconds */
            seconds: number;
            /** Cost Cents */
            cost_cents: number;
        };
        /**
         * BranchResults
         * @description Runs that ended in [since, until). `seconds`: mean from start to end.
         */
        BranchResults: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Playbook */
            playbook: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Currency */
            currency: string;
            /** Items */
            items: components["schemas"]["BranchResultOut"][];
            /** Next */
            next?: null;
        };
        /** BulkIn */
        BulkIn: {
            /** Cases */
            cases: components["schemas"]["BulkItem"][];
        };
        /** BulkItem */
        BulkItem: {
            /** Version */
            version: number;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Cents */
            cents: number;
        };
        /**
         * BulkLine
         * @description What became of one case; `code` says why it was left alone.
         */
        BulkLine: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Approved */
            approved: boolean;
            /** Code */
            code: string | null;
            /** Message */
            message: string | null;
        };
        /** BulkOut */
        BulkOut: {
            /** Items */
            items: components["schemas"]["BulkLine"][];
        };
        /**
         * By
         * @enum {string}
         */
        By: "day" | "warehouse" | "courier" | "shop";
        /** CalendarDetail */
        CalendarDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Timezone */
            timezone: string;
            /** Week */
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            /** Days */
            days: components["schemas"]["DayOut"][];
        };
        /**
         * CalendarIn
         * @description `days` are changed along with the week; days not named stay as they are.
         */
        CalendarIn: {
            /** Name */
            name: string;
            /** Week */
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            /** Timezone */
            timezone: string;
            /**
             * Days
             * @default []
             */
            days: components["schemas"]["DayIn"][];
        };
        /** CalendarList */
        CalendarList: {
            /** Items */
            items: components["schemas"]["CalendarOut"][];
        };
        /** CalendarOut */
        CalendarOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Timezone */
            timezone: string;
            /** Week */
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
        };
        /** CallDetail */
        CallDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            direction: components["schemas"]["CallDirection"];
            state: components["schemas"]["CallState"];
            /** Number */
            number: string;
            customer: components["schemas"]["Named"] | null;
            agent: components["schemas"]["Named"] | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Answered At */
            answered_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Seconds */
            seconds: number | null;
            matter: components["schemas"]["Matter"] | null;
            /** Subject */
            subject: string;
            /** Result */
            result: string;
            /** Recording Url */
            recording_url: string;
            callback: components["schemas"]["xiaoer__channels__phone__schemas__CallbackOut"] | null;
            /** By Hand */
            by_hand: boolean;
            /** Callers */
            callers: components["schemas"]["Caller"][];
            /** Earlier */
            earlier: number;
        };
        /**
         * CallDirection
         * @enum {string}
         */
        CallDirection: "inbound" | "outbound";
        /** CallFigures */
        CallFigures: {
            /** Inbound */
            inbound: number;
            /** Outbound */
            outbound: number;
            /** Missed */
            missed: number;
            /** Complaints */
            complaints: number;
            /** Callbacks Open */
            callbacks_open: number;
            /** Callbacks Late */
            callbacks_late: number;
            /** Wait Sec */
            wait_sec: number | null;
            /** Talk Sec */
            talk_sec: number | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /** CallIn */
        CallIn: {
            outcome: components["schemas"]["CallOutcome"];
            /** Seconds */
            seconds: number;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * New Order No
             * @default
             */
            new_order_no: string;
        };
        /** CallOut */
        CallOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            direction: components["schemas"]["CallDirection"];
            state: components["schemas"]["CallState"];
            /** Number */
            number: string;
            customer: components["schemas"]["Named"] | null;
            agent: components["schemas"]["Named"] | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Answered At */
            answered_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Seconds */
            seconds: number | null;
            matter: components["schemas"]["Matter"] | null;
            /** Subject */
            subject: string;
            /** Result */
            result: string;
            /** Recording Url */
            recording_url: string;
            callback: components["schemas"]["xiaoer__channels__phone__schemas__CallbackOut"] | null;
            /** By Hand */
            by_hand: boolean;
        };
        /**
         * CallOutcome
         * @enum {string}
         */
        CallOutcome: "kept" | "online" | "unreachable" | "refused";
        /** CallPage */
        CallPage: {
            /** Items */
            items: components["schemas"]["CallOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * CallState
         * @enum {string}
         */
        CallState: "ringing" | "talking" | "missed" | "ended";
        /** CallbackIn */
        CallbackIn: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * Caller
         * @description Somebody who has the number of the call.
         */
        Caller: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Tags */
            tags: string[];
        };
        /**
         * CallsShown
         * @description Parts of the call book.
         * @enum {string}
         */
        CallsShown: "now" | "missed" | "callbacks" | "unwritten" | "all";
        /**
         * Capture
         * @description `shop_id` only where the shop does not follow from the subject.
         */
        Capture: {
            kind: components["schemas"]["xiaoer__evidence__models__Kind"];
            subject: components["schemas"]["xiaoer__evidence__schemas__Subject"];
            /**
             * Message Ids
             * @default []
             */
            message_ids: string[];
            /**
             * File Ids
             * @default []
             */
            file_ids: string[];
            /**
             * Note
             * @default
             */
            note: string;
            /** @default internal */
            visibility: components["schemas"]["Visibility"];
            /** Supersedes Id */
            supersedes_id?: string | null;
            /** Shop Id */
            shop_id?: string | null;
        };
        /**
         * CardOut
         * @description What is known about a product, one published version for all who look.
         */
        CardOut: {
            /** Sections */
            sections: components["schemas"]["SectionOut"][];
            /** Articles */
            articles: components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"][];
        };
        /** CareIn */
        CareIn: {
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
            /**
             * Conditions
             * @default
             */
            conditions: string;
            /** Keeper Id */
            keeper_id?: string | null;
            /** Review Days */
            review_days?: number | null;
            /**
             * Links
             * @default []
             */
            links: components["schemas"]["LinkIn"][];
        };
        /**
         * CaseBrief
         * @description A case in a list, with what was paid for its order. `amount_mark`: how the amount stands to
         *     what can be refunded; `silent`: whose turn it is; `deadline_action`: what happens by itself.
         */
        CaseBrief: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            /** Order Paid Cents */
            order_paid_cents: number;
            /** Customer Id */
            customer_id: string | null;
            /** Customer Name */
            customer_name: string | null;
            /** Title */
            title: string | null;
            /** Units */
            units: number;
            kind: components["schemas"]["CaseKind"];
            phase: components["schemas"]["Phase"];
            state: components["schemas"]["CaseState"];
            decided: components["schemas"]["Decided"];
            goods: components["schemas"]["Goods"];
            money: components["schemas"]["Money"];
            queue: components["schemas"]["Queue"] | null;
            /** Version */
            version: number;
            /** Currency */
            currency: string;
            /** Requested Cents */
            requested_cents: number;
            /** Amount Mark */
            amount_mark: ("ok" | "too_low" | "too_high") | null;
            /** Approved Cents */
            approved_cents: number;
            /** Refunded Cents */
            refunded_cents: number;
            /** Due Cents */
            due_cents: number;
            reason: components["schemas"]["Reason-Output"];
            /** Deadline At */
            deadline_at: string | null;
            /** Deadline Action */
            deadline_action: string;
            /** Silent */
            silent: string;
            /** Overdue */
            overdue: boolean;
            /** Asked By */
            asked_by: string | null;
            /** Asked Cents */
            asked_cents: number | null;
            /** Asked Role */
            asked_role: string;
            mode: components["schemas"]["Mode"];
            /** Platform */
            platform: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Ended At */
            ended_at: string | null;
        };
        /**
         * CaseKind
         * @enum {string}
         */
        CaseKind: "refund_only" | "return_refund" | "exchange" | "reship" | "repair" | "price_adjust" | "compensation";
        /** CaseList */
        CaseList: {
            /** Items */
            items: components["schemas"]["CaseBrief"][];
        };
        /**
         * CaseNoticeOut
         * @description What the customer was told of it, by which channel, and whether it arrived.
         */
        CaseNoticeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Template Code */
            template_code: string;
            /** Text */
            text: string;
            /** Channel */
            channel: string;
            state: components["schemas"]["NoticeState"];
            /** Failure */
            failure: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Delivered At */
            delivered_at: string | null;
            /** Failed At */
            failed_at: string | null;
        };
        /** CaseOut */
        CaseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            /** Order Paid Cents */
            order_paid_cents: number;
            /** Customer Id */
            customer_id: string | null;
            /** Customer Name */
            customer_name: string | null;
            /** Title */
            title: string | null;
            /** Units */
            units: number;
            kind: components["schemas"]["CaseKind"];
            phase: components["schemas"]["Phase"];
            state: components["schemas"]["CaseState"];
            decided: components["schemas"]["Decided"];
            goods: components["schemas"]["Goods"];
            money: components["schemas"]["Money"];
            queue: components["schemas"]["Queue"] | null;
            /** Version */
            version: number;
            /** Currency */
            currency: string;
            /** Requested Cents */
            requested_cents: number;
            /** Amount Mark */
            amount_mark: ("ok" | "too_low" | "too_high") | null;
            /** Approved Cents */
            approved_cents: number;
            /** Refunded Cents */
            refunded_cents: number;
            /** Due Cents */
            due_cents: number;
            reason: components["schemas"]["Reason-Output"];
            /** Deadline At */
            deadline_at: string | null;
            /** Deadline Action */
            deadline_action: string;
            /** Silent */
            silent: string;
            /** Overdue */
            overdue: boolean;
            /** Asked By */
            asked_by: string | null;
            /** Asked Cents */
            asked_cents: number | null;
            /** Asked Role */
            asked_role: string;
            mode: components["schemas"]["Mode"];
            /** Platform */
            platform: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Ended At */
            ended_at: string | null;
            first_reason: components["schemas"]["Reason-Output"];
            /** Reason Text */
            reason_text: string;
            /** Quality */
            quality: boolean;
            /** Reasonable */
            reasonable: boolean;
            /** Condition */
            condition: string | null;
            /** Got Goods */
            got_goods: string;
            /** Liability */
            liability: string;
            return_method: components["schemas"]["ReturnMethod"] | null;
            /** Pickup */
            pickup: {
                [key: string]: unknown;
            };
            /** Notes */
            notes: {
                [key: string]: unknown;
            };
            /** Automation */
            automation: string;
            /** Attempts */
            attempts: number;
            /** Fast */
            fast: boolean;
            /** Fast Entitlement */
            fast_entitlement: string;
            /** Instrument Id */
            instrument_id: string | null;
            /** Platform Ref */
            platform_ref: string;
            /** Platform Version */
            platform_version: string;
            /** Parent Id */
            parent_id: string | null;
            /** Together Id */
            together_id: string | null;
            converted_from: components["schemas"]["CaseKind"] | null;
            closed_reason: components["schemas"]["Closed"] | null;
            /** Approved At */
            approved_at: string | null;
            amounts: components["schemas"]["xiaoer__aftersales__schemas__parts__AmountsOut"];
            /** Lines */
            lines: components["schemas"]["xiaoer__aftersales__schemas__parts__LineOut"][];
            decision: components["schemas"]["xiaoer__aftersales__schemas__parts__DecisionOut"] | null;
            /** Missing Evidence */
            missing_evidence: components["schemas"]["EvidenceKind"][];
            /** Parcels */
            parcels: components["schemas"]["xiaoer__aftersales__schemas__parts__ParcelOut"][];
            /** Inspections */
            inspections: components["schemas"]["InspectionOut"][];
            /** Interceptions */
            interceptions: components["schemas"]["InterceptionOut"][];
            /** Offers */
            offers: components["schemas"]["OfferOut"][];
            /** Evidence */
            evidence: components["schemas"]["ProofOut"][];
            /** Disputes */
            disputes: components["schemas"]["DisputeOut"][];
            place: components["schemas"]["xiaoer__aftersales__schemas__parts__PlaceOut"] | null;
            /** Timeline */
            timeline: components["schemas"]["xiaoer__aftersales__schemas__parts__StepOut"][];
            /** Actions */
            actions: components["schemas"]["ActionOut"][];
        };
        /** CasePage */
        CasePage: {
            /** Items */
            items: components["schemas"]["CaseBrief"][];
            /** Next */
            next: string | null;
        };
        /**
         * CaseSettingsOut
         * @description `retention_spent_cents`: of the budget, what offers taken or open have used; `bounds`: the
         *     least and the most of each number.
         */
        CaseSettingsOut: {
            choices: components["schemas"]["ChoicesOut"];
            /** Currency */
            currency: string;
            /** Retention Spent Cents */
            retention_spent_cents: number;
            /** Bounds */
            bounds: {
                [key: string]: number[];
            };
            /** Changes */
            changes: components["schemas"]["ChangeOut"][];
        };
        /**
         * CaseState
         * @description What people see; derived from decision, goods and money.
         * @enum {string}
         */
        CaseState: "awaiting_merchant" | "awaiting_buyer_confirm" | "merchant_refused" | "awaiting_buyer_return" | "awaiting_merchant_receipt" | "receipt_refused" | "awaiting_payment" | "awaiting_replacement_ship" | "awaiting_buyer_receipt" | "awaiting_refund" | "refund_processing" | "refund_failed" | "disputed" | "completed" | "closed";
        /**
         * Cause
         * @description Whose a delay is (SHP-8); only the merchant's own counts against the warehouse.
         * @enum {string}
         */
        Cause: "merchant" | "courier" | "customer" | "force_majeure" | "platform";
        /** CauseIn */
        CauseIn: {
            cause: components["schemas"]["Cause"];
        };
        /**
         * ChangeOut
         * @description By name of the setting what stood there and what does.
         */
        ChangeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Changes */
            changes: {
                [key: string]: unknown[];
            };
        };
        /** ChangedArticle */
        ChangedArticle: {
            kind: components["schemas"]["xiaoer__knowledge__models__articles__Kind"];
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /**
             * Public
             * @default false
             */
            public: boolean;
            /**
             * Product Ids
             * @default []
             */
            product_ids: string[];
            /**
             * Policy Tables
             * @default []
             */
            policy_tables: string[];
            /** Owner Id */
            owner_id?: string | null;
            /**
             * Review Days
             * @default 180
             */
            review_days: number;
            /** Effective From */
            effective_from?: string | null;
            /** Effective Until */
            effective_until?: string | null;
            /** Title */
            title: string;
            /**
             * Body
             * @default
             */
            body: string;
            /**
             * Title En
             * @default
             */
            title_en: string;
            /**
             * Body En
             * @default
             */
            body_en: string;
            /**
             * Questions
             * @default []
             */
            questions: string[];
            /**
             * Media
             * @default []
             */
            media: components["schemas"]["Media"][];
            /**
             * Note
             * @default
             */
            note: string;
            /** Version */
            version: number;
        };
        /**
         * Changing
         * @description Why a phrase is to be looked at again.
         * @enum {string}
         */
        Changing: "overdue" | "product" | "promotion" | "logistics" | "policy" | "article";
        /** ChannelSettingsIn */
        ChannelSettingsIn: {
            /** Open Hours */
            open_hours?: string | null;
            /**
             * First Response Target Sec
             * @default 30
             */
            first_response_target_sec: number;
            /**
             * Response Target Sec
             * @default 180
             */
            response_target_sec: number;
            /**
             * Amber Ratio
             * @default 0.7
             */
            amber_ratio: number;
            /** Requeue After Sec */
            requeue_after_sec?: number | null;
            /**
             * Hold Contact Ratio
             * @default 0.5
             */
            hold_contact_ratio: number;
            /**
             * Hold Alert Sec
             * @default 60
             */
            hold_alert_sec: number;
            /**
             * Hold Lookup Sec
             * @default 60
             */
            hold_lookup_sec: number;
            /** Skill */
            skill?: string | null;
            /**
             * Signature Zh
             * @default
             */
            signature_zh: string;
            /**
             * Signature En
             * @default
             */
            signature_en: string;
            /**
             * Welcome Text
             * @default
             */
            welcome_text: string;
            /**
             * Offline Text
             * @default
             */
            offline_text: string;
        };
        /** ChannelSettingsOut */
        ChannelSettingsOut: {
            /** Open Hours */
            open_hours?: string | null;
            /**
             * First Response Target Sec
             * @default 30
             */
            first_response_target_sec: number;
            /**
             * Response Target Sec
             * @default 180
             */
            response_target_sec: number;
            /**
             * Amber Ratio
             * @default 0.7
             */
            amber_ratio: number;
            /** Requeue After Sec */
            requeue_after_sec?: number | null;
            /**
             * Hold Contact Ratio
             * @default 0.5
             */
            hold_contact_ratio: number;
            /**
             * Hold Alert Sec
             * @default 60
             */
            hold_alert_sec: number;
            /**
             * Hold Lookup Sec
             * @default 60
             */
            hold_lookup_sec: number;
            /** Skill */
            skill?: string | null;
            /**
             * Signature Zh
             * @default
             */
            signature_zh: string;
            /**
             * Signature En
             * @default
             */
            signature_en: string;
            /**
             * Welcome Text
             * @default
             */
            welcome_text: string;
            /**
             * Offline Text
             * @default
             */
            offline_text: string;
        };
        /** CheckOut */
        CheckOut: {
            /** Passes */
            passes: boolean;
            /** Findings */
            findings: {
                [key: string]: unknown;
            }[];
            /** Failures */
            failures: {
                [key: string]: unknown;
            }[];
            /** Undercuts */
            undercuts: {
                [key: string]: unknown;
            }[];
        };
        /**
         * CheckState
         * @enum {string}
         */
        CheckState: "open" | "confirmed" | "changed" | "unanswered" | "held";
        /**
         * Checklist
         * @description `complete`: nothing mandatory is missing; `missing` are the codes of what is.
         */
        Checklist: {
            /** Branch */
            branch: string | null;
            /** Items */
            items: components["schemas"]["ChecklistItemOut"][];
            /** Missing */
            missing: string[];
            /** Complete */
            complete: boolean;
            /** Next */
            next?: null;
        };
        /**
         * ChecklistItemOut
         * @description `kinds` count by themselves, `by_hand` when somebody attaches them.
         */
        ChecklistItemOut: {
            /** Code */
            code: string;
            label: components["schemas"]["BothOut"];
            /**
             * Need
             * @enum {string}
             */
            need: "mandatory" | "helpful";
            /** Present */
            present: boolean;
            /** Kinds */
            kinds: components["schemas"]["xiaoer__evidence__models__Kind"][];
            /** By Hand */
            by_hand: components["schemas"]["xiaoer__evidence__models__Kind"][];
            /** Pieces */
            pieces: components["schemas"]["PieceOut"][];
            /** Offered */
            offered: components["schemas"]["PieceOut"][];
        };
        /** ChecksIn */
        ChecksIn: {
            /**
             * On
             * @default true
             */
            on: boolean;
            /**
             * Emojis Per Message
             * @default 1
             */
            emojis_per_message: number;
            /**
             * Emoji Every
             * @default 3
             */
            emoji_every: number;
            /**
             * Emoji Blocks
             * @default false
             */
            emoji_blocks: boolean;
            /**
             * Emoji Mixed Warns
             * @default true
             */
            emoji_mixed_warns: boolean;
            /**
             * Emoji Repeat Warns
             * @default true
             */
            emoji_repeat_warns: boolean;
            /** @default safe */
            emoji_abroad: components["schemas"]["Abroad"];
            /**
             * Phrases In A Row
             * @default 3
             */
            phrases_in_a_row: number;
            /**
             * Longest Sentence
             * @default 60
             */
            longest_sentence: number;
        };
        /** ChecksOut */
        ChecksOut: {
            /**
             * On
             * @default true
             */
            on: boolean;
            /**
             * Emojis Per Message
             * @default 1
             */
            emojis_per_message: number;
            /**
             * Emoji Every
             * @default 3
             */
            emoji_every: number;
            /**
             * Emoji Blocks
             * @default false
             */
            emoji_blocks: boolean;
            /**
             * Emoji Mixed Warns
             * @default true
             */
            emoji_mixed_warns: boolean;
            /**
             * Emoji Repeat Warns
             * @default true
             */
            emoji_repeat_warns: boolean;
            /** @default safe */
            emoji_abroad: components["schemas"]["Abroad"];
            /**
             * Phrases In A Row
             * @default 3
             */
            phrases_in_a_row: number;
            /**
             * Longest Sentence
             * @default 60
             */
            longest_sentence: number;
        };
        /** ChoiceIn */
        ChoiceIn: {
            /** Version */
            version: number;
            /**
             * Choice
             * @enum {string}
             */
            choice: "refuse" | "wait";
        };
        /**
         * ChoicesIn
         * @description Only what is named is changed.
         */
        ChoicesIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Retention Budget Cents
             * @default 0
             */
            retention_budget_cents: number;
            /**
             * Return Methods
             * @default []
             */
            return_methods: components["schemas"]["ReturnMethod"][];
            /**
             * Leg Targets
             * @default {}
             */
            leg_targets: {
                [key: string]: number;
            };
            /**
             * Completion Targets
             * @default {}
             */
            completion_targets: {
                [key: string]: number;
            };
            /**
             * Confirm Days
             * @default 0
             */
            confirm_days: number;
            /** Calendar Id */
            calendar_id?: string | null;
            /**
             * Ship Instead
             * @default true
             */
            ship_instead: boolean;
            /**
             * Promotion
             * @default false
             */
            promotion: boolean;
            /**
             * Seven Day
             * @default true
             */
            seven_day: boolean;
            /**
             * Freight Insurance
             * @default false
             */
            freight_insurance: boolean;
            /**
             * Price Protect Days
             * @default 0
             */
            price_protect_days: number;
            /** Warranty Days */
            warranty_days?: number | null;
            /**
             * Stalled Hours
             * @default 0
             */
            stalled_hours: number;
            /**
             * Parcel Back Days
             * @default 0
             */
            parcel_back_days: number;
            /** Shop Type */
            shop_type?: ("flagship" | "specialty" | "other") | null;
        };
        /** ChoicesOut */
        ChoicesOut: {
            /** Retention Budget Cents */
            retention_budget_cents: number;
            /** Return Methods */
            return_methods: components["schemas"]["ReturnMethod"][];
            /** Leg Targets */
            leg_targets: {
                [key: string]: number;
            };
            /** Completion Targets */
            completion_targets: {
                [key: string]: number;
            };
            /** Confirm Days */
            confirm_days: number;
            /** Calendar Id */
            calendar_id: string | null;
            /** Ship Instead */
            ship_instead: boolean;
            /** Promotion */
            promotion: boolean;
            /** Seven Day */
            seven_day: boolean;
            /** Freight Insurance */
            freight_insurance: boolean;
            /** Price Protect Days */
            price_protect_days: number;
            /** Warranty Days */
            warranty_days: number | null;
            /** Stalled Hours */
            stalled_hours: number;
            /** Parcel Back Days */
            parcel_back_days: number;
            /** Shop Type */
            shop_type: ("flagship" | "specialty" | "other") | null;
        };
        /** ClaimIn */
        ClaimIn: {
            /** Order No */
            order_no: string;
            /** Phone Tail */
            phone_tail: string;
        };
        /** ClaimOut */
        ClaimOut: {
            order: components["schemas"]["xiaoer__channels__webchat__schemas__OrderOut"];
        };
        /** ClauseList */
        ClauseList: {
            /** Items */
            items: components["schemas"]["ClauseOut"][];
            /** Next */
            next?: null;
        };
        /** ClauseOut */
        ClauseOut: {
            /** Table */
            table: string;
            /**
             * Version Id
             * Format: uuid
             */
            version_id: string;
            /** Id */
            id: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** Source */
            source?: string | null;
        };
        /**
         * Closed
         * @description Why a case ended without what was asked for.
         * @enum {string}
         */
        Closed: "withdrawn" | "buyer_timeout" | "refused_final" | "ruled_for_merchant" | "superseded" | "invalid" | "shipped_instead" | "retained";
        /** Closure */
        Closure: {
            /** Reason */
            reason: string;
            /** Note */
            note?: string | null;
        };
        /** CodReportOut */
        CodReportOut: {
            /** Orders */
            orders: number;
            /** Confirmed */
            confirmed: number;
            /** Unconfirmed Sent */
            unconfirmed_sent: number;
            /** Refused */
            refused: number;
            /** Refused Confirmed */
            refused_confirmed: number;
            /** Sent */
            sent: number;
            /** Sent Confirmed */
            sent_confirmed: number;
            /** Freight Cents */
            freight_cents: number;
            /** Calls */
            calls: number;
            /** Seconds */
            seconds: number;
            /** Averted */
            averted: number;
            /**
             * Call Cents
             * @default 0
             */
            call_cents: number;
        };
        /** ColumnIn */
        ColumnIn: {
            /** Position */
            position?: number | null;
            /** Revision */
            revision?: number | null;
        };
        /** CommentOut */
        CommentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Author */
            author: string;
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** CompensatedOut */
        CompensatedOut: {
            cause: components["schemas"]["Cause"] | null;
            /** Warehouse */
            warehouse: string | null;
            /** Product */
            product: string | null;
            /** Delays */
            delays: number;
            /** Compensated */
            compensated: number;
            /** Cents */
            cents: number;
        };
        /** CompensationIn */
        CompensationIn: {
            /** Cents */
            cents: number;
            /** Currency */
            currency: string;
            reason: components["schemas"]["xiaoer__aftersales__models__words__Reason"];
            /**
             * Words
             * @default
             */
            words: string;
            /** Instrument Id */
            instrument_id?: string | null;
        };
        /**
         * Completion
         * @description `note` is the result; a task without one is not done.
         */
        Completion: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CompletionOut */
        CompletionOut: {
            /** Case Ids */
            case_ids: string[];
            kind: components["schemas"]["CaseKind"];
            /** Ruled */
            ruled: boolean;
            /** Cases */
            cases: number;
            /** Mean Sec */
            mean_sec: number;
            /** Target Sec */
            target_sec: number;
            /** Late */
            late: number;
        };
        /** CompletionReport */
        CompletionReport: {
            window: components["schemas"]["WindowOut"];
            rule: components["schemas"]["Both"];
            /** Currency */
            currency: string;
            /** Items */
            items: components["schemas"]["CompletionOut"][];
        };
        /**
         * ConsentKind
         * @enum {string}
         */
        ConsentKind: "service" | "marketing";
        /**
         * ConsentOut
         * @description A consent with its history; it stands while `withdrawn_at` is null.
         */
        ConsentOut: {
            kind: components["schemas"]["ConsentKind"];
            /** Source */
            source: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /** ConsentSet */
        ConsentSet: {
            kind: components["schemas"]["ConsentKind"];
            /** Given */
            given: boolean;
            /** Source */
            source: string;
        };
        /** ContestIn */
        ContestIn: {
            /** Version */
            version: number;
            /** Words */
            words: string;
        };
        /** ConversationOut */
        ConversationOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Shop Name */
            shop_name: string;
            /** Channel */
            channel: string;
            state: components["schemas"]["State"];
            stage: components["schemas"]["xiaoer__conversations__models__states__Stage"] | null;
            priority: components["schemas"]["Priority"];
            customer: components["schemas"]["CustomerRef"];
            assignee: components["schemas"]["RefOut"] | null;
            group: components["schemas"]["RefOut"] | null;
            /** Queue Position */
            queue_position: number | null;
            last_message: components["schemas"]["LastMessageOut"] | null;
            /** Unread */
            unread: number;
            /** Waiting Since */
            waiting_since: string | null;
            /** Target Sec */
            target_sec: number;
            /** Amber Ratio */
            amber_ratio: number;
            /** Snoozed Until */
            snoozed_until: string | null;
            /** Closed Reason */
            closed_reason: string | null;
            /** Tags */
            tags: string[];
            /** Order No */
            order_no: string | null;
            hold: components["schemas"]["RowHold"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /** Customer Typing */
            customer_typing: boolean;
            /** Viewers */
            viewers: components["schemas"]["RefOut"][];
            draft: components["schemas"]["DraftOut"] | null;
            stats: components["schemas"]["StatsOut"];
            /** Customer Delivered Seq */
            customer_delivered_seq: number;
            /** Customer Read Seq */
            customer_read_seq: number;
            /** Staff Delivered Seq */
            staff_delivered_seq: number;
            /** Staff Read Seq */
            staff_read_seq: number;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Left Unanswered At */
            left_unanswered_at: string | null;
            /** Allowed */
            allowed: string[];
            messages?: components["schemas"]["MessagePage"] | null;
        };
        /** ConversionIn */
        ConversionIn: {
            /** Version */
            version: number;
            /** Why */
            why: string;
        };
        /** Counted */
        Counted: {
            /** Page Stock */
            page_stock?: number | null;
            /** Actual Stock */
            actual_stock?: number | null;
        };
        /** Counts */
        Counts: {
            /** Views */
            views: number;
            /** Sent */
            sent: number;
            /** Solved */
            solved: number;
            /** Unsolved */
            unsolved: number;
        };
        /**
         * CountsOut
         * @description Each ends at 1000, which means “more than 999”.
         */
        CountsOut: {
            /** Mine */
            mine: number;
            /** Mine Unread */
            mine_unread: number;
            /** Unassigned */
            unassigned: number;
            /** All */
            all: number;
            /** Waiting */
            waiting: number;
            /** Snoozed */
            snoozed: number;
            /** Waiting Mine */
            waiting_mine: number;
        };
        /** CourierIn */
        CourierIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Courier */
            courier: string;
            /**
             * Share
             * @default 0
             */
            share: number;
            /** Group Id */
            group_id?: string | null;
            /** Lead Id */
            lead_id?: string | null;
            /**
             * Stopped
             * @default false
             */
            stopped: boolean;
        };
        /**
         * CourierLeg
         * @description What a courier does with a parcel of a case (RET-19).
         * @enum {string}
         */
        CourierLeg: "pick_up" | "transit" | "signature";
        /** CourierOut */
        CourierOut: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Courier */
            courier: string;
            /** Share */
            share: number;
            /** Group Id */
            group_id: string | null;
            /** Lead Id */
            lead_id: string | null;
            /** Stopped Since */
            stopped_since: string | null;
        };
        /** CourierReport */
        CourierReport: {
            window: components["schemas"]["WindowOut"];
            rule: components["schemas"]["Both"];
            /** Currency */
            currency: string;
            /** Items */
            items: components["schemas"]["CourierTimesOut"][];
        };
        /** CourierTimesOut */
        CourierTimesOut: {
            /** Case Ids */
            case_ids: string[];
            /** Carrier */
            carrier: string;
            leg: components["schemas"]["CourierLeg"];
            /** Parcels */
            parcels: number;
            /** Mean Sec */
            mean_sec: number;
            /** P90 Sec */
            p90_sec: number;
        };
        /** CoverIn */
        CoverIn: {
            /**
             * Phrase Id
             * Format: uuid
             */
            phrase_id: string;
        };
        /** Credentials */
        Credentials: {
            /** Login */
            login: string;
            /** Password */
            password: string;
        };
        /**
         * CreditOut
         * @description The customer's dealings of 90 days; `why`: the facts that lowered the score (FST-7).
         */
        CreditOut: {
            /** Orders 90D */
            orders_90d: number;
            /** Cases 90D */
            cases_90d: number;
            /** Disputes 90D */
            disputes_90d: number;
            /** Open Cases */
            open_cases: number;
            /** Refund Rate 90D Bp */
            refund_rate_90d_bp: number;
            /** Unrecovered */
            unrecovered: number;
            /** Unrecovered Cents */
            unrecovered_cents: number;
            /** Abusive 90D */
            abusive_90d: number;
            /** Why */
            why: components["schemas"]["WeighedOut"][];
            /** Score */
            score: number;
            /** Risk */
            risk: string;
        };
        /** CurrentOut */
        CurrentOut: {
            conversation: components["schemas"]["TalkOut"] | null;
        };
        /** CustomerChange */
        CustomerChange: {
            /** Name */
            name?: string | null;
            /** Phone */
            phone?: string | null;
            /** Email */
            email?: string | null;
            /** Note */
            note?: string | null;
        };
        /**
         * CustomerItem
         * @description A customer in a list.
         */
        CustomerItem: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Avatar Letter */
            avatar_letter: string;
            /** Phone Masked */
            phone_masked: string;
            /** Email Masked */
            email_masked: string;
            /** Tags */
            tags: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /** CustomerList */
        CustomerList: {
            /** Items */
            items: components["schemas"]["CustomerItem"][];
            /** Next */
            next: string | null;
        };
        /** CustomerRef */
        CustomerRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Avatar Letter */
            avatar_letter: string;
        };
        /**
         * DayIn
         * @description A date with its own hours; `hours` null gives the date back to its weekday.
         */
        DayIn: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Name
             * @default
             */
            name: string;
            /** Hours */
            hours: [
                string,
                string
            ][] | null;
        };
        /** DayOut */
        DayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name */
            name: string;
            /** Hours */
            hours: [
                string,
                string
            ][];
        };
        /** DaysIn */
        DaysIn: {
            /** Days */
            days: components["schemas"]["DayIn"][];
        };
        /** DecideAppeal */
        DecideAppeal: {
            /** Won */
            won: boolean;
            reason: components["schemas"]["AppealReason"];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * Decided
         * @description Who agreed to what.
         * @enum {string}
         */
        Decided: "pending" | "offered" | "approved" | "refused" | "ruled";
        /**
         * DecisionIn
         * @description What the customer said and wants.
         */
        DecisionIn: {
            answer: components["schemas"]["DelayAnswer"];
            /**
             * Opinion
             * @default
             */
            opinion: string;
            /**
             * Solution
             * @default
             */
            solution: string;
            /**
             * Others
             * @default []
             */
            others: components["schemas"]["OtherIn"][];
        };
        /** DecisionPage */
        DecisionPage: {
            /** Items */
            items: components["schemas"]["xiaoer__policies__schemas__decisions__DecisionOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * DeclineIn
         * @description `counter_cents`: what the customer would take instead.
         */
        DeclineIn: {
            /** Version */
            version: number;
            /** Counter Cents */
            counter_cents?: number | null;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /**
         * DelayAnswer
         * @description What the customer wants of a delay (SHP-5).
         * @enum {string}
         */
        DelayAnswer: "wait" | "swap" | "partial" | "refund" | "compensation";
        /** DelayOut */
        DelayOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            /** Customer Id */
            customer_id: string | null;
            /** Customer */
            customer: string | null;
            /** Warehouse Id */
            warehouse_id: string | null;
            /** Courier */
            courier: string;
            stage: components["schemas"]["xiaoer__shipping__models__watches__Stage"];
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            threat: components["schemas"]["Threat"] | null;
            /** Missed At */
            missed_at: string | null;
            /** Task Id */
            task_id: string | null;
            cause: components["schemas"]["Cause"] | null;
            /** Reason */
            reason: string;
            /** Expected At */
            expected_at: string | null;
            /** Told At */
            told_at: string | null;
            /** Told By */
            told_by: string;
            answer: components["schemas"]["DelayAnswer"] | null;
            /** Opinion */
            opinion: string;
            /** Solution */
            solution: string;
            /** Answered At */
            answered_at: string | null;
            /** Outcome */
            outcome: string;
            /** Case Id */
            case_id: string | null;
            /** Currency */
            currency: string;
            /** Compensation Cents */
            compensation_cents: number;
            /** Compensated Cents */
            compensated_cents: number;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended Why */
            ended_why: string;
        };
        /** DelayPage */
        DelayPage: {
            /** Items */
            items: components["schemas"]["DelayOut"][];
            /** Next */
            next: string | null;
        };
        /** DifferenceList */
        DifferenceList: {
            /** Items */
            items: components["schemas"]["DifferenceOut"][];
            /** Next */
            next: string | null;
        };
        /** DifferenceOut */
        DifferenceOut: {
            /** Page Stock */
            page_stock: number | null;
            /** Actual Stock */
            actual_stock: number | null;
            /** Page Synced At */
            page_synced_at: string | null;
            /** Actual Synced At */
            actual_synced_at: string | null;
            /** Synced At */
            synced_at: string | null;
            /** Difference */
            difference: number | null;
            /** Flagged */
            flagged: boolean;
            sku: components["schemas"]["SkuOut"];
            product: components["schemas"]["ProductRef"];
        };
        /**
         * Direction
         * @enum {string}
         */
        Direction: "out" | "in";
        /** DisputeOut */
        DisputeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            state: components["schemas"]["DisputeState"];
            opened_by: components["schemas"]["Party"];
            /** Words */
            words: string;
            /**
             * Evidence Due At
             * Format: date-time
             */
            evidence_due_at: string;
            responsible: components["schemas"]["Responsible"] | null;
            answer: components["schemas"]["Answer"] | null;
            /** Answered At */
            answered_at: string | null;
            /** Answered By Name */
            answered_by_name: string;
            ruled_for: components["schemas"]["Party"] | null;
            /** Ruling Cents */
            ruling_cents: number | null;
            /** Ruling */
            ruling: string;
            /** Return First */
            return_first: boolean;
            /** Ruled By Name */
            ruled_by_name: string;
            /** Ruled At */
            ruled_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * DisputeState
         * @enum {string}
         */
        DisputeState: "evidence" | "reviewing" | "ruled" | "settled" | "withdrawn";
        /**
         * DoneOut
         * @description What a case became.
         */
        DoneOut: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Number */
            number: number;
            state: components["schemas"]["CaseState"];
            /** Version */
            version: number;
        };
        /**
         * DraftAsked
         * @description `text`: what is rewritten or translated; `locale`: the language of the answer.
         */
        DraftAsked: {
            /** @default draft */
            way: components["schemas"]["Way"];
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Locale
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
        };
        /** DraftOut */
        DraftOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "reply" | "note";
            /** Text */
            text: string;
        };
        /** DraftSet */
        DraftSet: {
            /**
             * Kind
             * @default reply
             * @enum {string}
             */
            kind: "reply" | "note";
            /** Text */
            text: string;
        };
        /**
         * Drain
         * @description Which of several payments a refund draws first; fixed with an order's first refund.
         * @enum {string}
         */
        Drain: "stored_last" | "stored_first";
        /** DropAppeal */
        DropAppeal: {
            /** Reason */
            reason: string;
        };
        /** DroppedOut */
        DroppedOut: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Title */
            title: string;
            /** Units */
            units: number;
            /** Paid Each Cents */
            paid_each_cents: number;
            /** Now Each Cents */
            now_each_cents: number;
            /** Cents */
            cents: number;
        };
        /** EditList */
        EditList: {
            /** Items */
            items: components["schemas"]["EditOut"][];
            /** Next */
            next?: null;
        };
        /** EditOut */
        EditOut: {
            /** Revision */
            revision: number;
            /** What */
            what: string;
            /** Before */
            before: unknown;
            /** After */
            after: unknown;
            /** Actor Id */
            actor_id: string | null;
            /** Actor Name */
            actor_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * Eligible
         * @description Everything a request about an order can be made of.
         */
        Eligible: {
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            phase: components["schemas"]["Phase"];
            /** Currency */
            currency: string;
            /** Paid Cents */
            paid_cents: number;
            /** Freight Cents */
            freight_cents: number;
            /** Kinds */
            kinds: components["schemas"]["CaseKind"][];
            nothing: components["schemas"]["NothingOut"] | null;
            /** Reasons */
            reasons: components["schemas"]["xiaoer__aftersales__schemas__shopping__ReasonOut"][];
            /** Lines */
            lines: components["schemas"]["OwnLine"][];
            /** Instruments */
            instruments: components["schemas"]["OwnInstrument"][];
            receiver: components["schemas"]["OwnReceiver"] | null;
            /** Return Methods */
            return_methods: components["schemas"]["ReturnMethod"][];
            /** Can Amend */
            can_amend: boolean;
            /** Amendments */
            amendments: components["schemas"]["AmendmentOut"][];
            /** Cases */
            cases: components["schemas"]["OwnCase"][];
        };
        /**
         * EmojiIn
         * @description `avoid`: languages and countries in which it is better left out, as two letters.
         */
        EmojiIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Emoji */
            emoji: string;
            use: components["schemas"]["EmojiUse"];
            /**
             * Reply Zh
             * @default
             */
            reply_zh: string;
            /**
             * Reply En
             * @default
             */
            reply_en: string;
            /**
             * Avoid
             * @default []
             */
            avoid: string[];
            /**
             * Note Zh
             * @default
             */
            note_zh: string;
            /**
             * Note En
             * @default
             */
            note_en: string;
            /**
             * Active
             * @default true
             */
            active: boolean;
        };
        /** EmojiList */
        EmojiList: {
            /** Items */
            items: components["schemas"]["EmojiOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * EmojiOffer
         * @description What the picker shows for one customer; `suggested`: the use that suits the words, if any.
         */
        EmojiOffer: {
            /** Items */
            items: components["schemas"]["EmojiOut"][];
            suggested: components["schemas"]["EmojiUse"] | null;
        };
        /** EmojiOut */
        EmojiOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Shop Id */
            shop_id: string | null;
            /** Emoji */
            emoji: string;
            use: components["schemas"]["EmojiUse"];
            /** Reply Zh */
            reply_zh: string;
            /** Reply En */
            reply_en: string;
            /** Avoid */
            avoid: string[];
            /** Note Zh */
            note_zh: string;
            /** Note En */
            note_en: string;
            /** Active */
            active: boolean;
        };
        /**
         * EmojiUse
         * @description What an emoji is for (EMO-1).
         * @enum {string}
         */
        EmojiUse: "greeting" | "thanks" | "reassurance" | "joy" | "order";
        /** EntriesOut */
        EntriesOut: {
            /** Items */
            items: components["schemas"]["TroubleEntryOut"][];
            /** Comfort */
            comfort: string[];
        };
        /**
         * EntryKind
         * @enum {string}
         */
        EntryKind: "inquiry" | "answer" | "milestone" | "claim" | "payout";
        /** EntryOut */
        EntryOut: {
            /** Id */
            id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Payment Id */
            payment_id: string | null;
            /** Movement Id */
            movement_id: string | null;
            debit: components["schemas"]["Account"];
            credit: components["schemas"]["Account"];
            /** Cents */
            cents: number;
            /** Currency */
            currency: string;
            /** Memo */
            memo: string;
        };
        /** EscalationIn */
        EscalationIn: {
            /** Version */
            version: number;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /**
         * EvidenceKind
         * @enum {string}
         */
        EvidenceKind: "item_photo" | "package_photo" | "unboxing_video" | "shipping_label_photo" | "defect_video" | "chat_excerpt" | "delivery_proof" | "weight_record" | "serial_photo" | "detection_report" | "price_screenshot" | "invoice" | "authorization_letter" | "refusal_proof" | "inspection_photo" | "carrier_statement" | "refund_receipt" | "competitor_page";
        /** EvidenceList */
        EvidenceList: {
            /** Items */
            items: components["schemas"]["EvidenceOut"][];
            /** Next */
            next?: null;
        };
        /**
         * EvidenceOut
         * @description `intact`: the content still has the hash it was kept with.
         */
        EvidenceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["xiaoer__evidence__models__Kind"];
            label: components["schemas"]["Label"];
            subject: components["schemas"]["xiaoer__evidence__schemas__Subject"];
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Files */
            files: components["schemas"]["xiaoer__evidence__schemas__FileOut"][];
            /** Note */
            note: string;
            visibility: components["schemas"]["Visibility"];
            author: components["schemas"]["Author"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Sha256 */
            sha256: string;
            /** Chain Hash */
            chain_hash: string;
            /** Position */
            position: number;
            /** Intact */
            intact: boolean;
            /** Supersedes Id */
            supersedes_id: string | null;
            /** Superseded By */
            superseded_by: string | null;
        };
        /** ExceptionOut */
        ExceptionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Order No */
            order_no: string;
            /**
             * Shipped At
             * Format: date-time
             */
            shipped_at: string;
            /** Courier */
            courier: string;
            /** Tracking No */
            tracking_no: string;
        };
        /** Extension */
        Extension: {
            /** Reason */
            reason: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Customer Told
             * @default false
             */
            customer_told: boolean;
        };
        /** FaqBrief */
        FaqBrief: {
            /** Number */
            number: number;
            kind: components["schemas"]["xiaoer__knowledge__models__articles__Kind"];
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
        };
        /** FaqFound */
        FaqFound: {
            /** Items */
            items: components["schemas"]["FaqOut"][];
            /** Answers */
            answers: boolean;
        };
        /**
         * FaqOut
         * @description What a customer reads; nothing of owners, notes and other versions.
         */
        FaqOut: {
            /** Number */
            number: number;
            kind: components["schemas"]["xiaoer__knowledge__models__articles__Kind"];
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Body */
            body: string;
            /** Body En */
            body_en: string;
            /** Media */
            media: components["schemas"]["MediaOut"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Solved */
            solved: number;
        };
        /** FaqPage */
        FaqPage: {
            /** Shop */
            shop: string;
            /** Categories */
            categories: components["schemas"]["xiaoer__knowledge__schemas__CategoryOut"][];
            /** Articles */
            articles: components["schemas"]["FaqBrief"][];
        };
        /** FastRefundIn */
        FastRefundIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
        };
        /**
         * Feature
         * @description SMT-4: each is optional. The bot, and the last ones, which need a language model, are off by
         *     default.
         * @enum {string}
         */
        Feature: "topic" | "mood" | "picks" | "summary" | "suggestions" | "bot" | "draft" | "rewrite" | "translate";
        /** FeedbackIn */
        FeedbackIn: {
            /** Score */
            score: number;
            /** Solved */
            solved: boolean;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /** FeedbackOut */
        FeedbackOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Answered At */
            answered_at: string | null;
            /** Score */
            score: number | null;
            /** Solved */
            solved: boolean | null;
            /** Words */
            words: string;
            /** Task Id */
            task_id: string | null;
        };
        /**
         * Figure
         * @description What the board counts (PCK-2). Orders, but for stalled and returning, which are parcels.
         * @enum {string}
         */
        Figure: "owed" | "overlooked" | "soon" | "near" | "last" | "over" | "unscanned" | "threatened" | "doubtful" | "stalled" | "returning";
        /**
         * Finding
         * @description What the warehouse finds of goods that came back (RET-12).
         * @enum {string}
         */
        Finding: "ok" | "damaged" | "used" | "affects_resale" | "wrong_item" | "missing_parts" | "missing";
        /**
         * FindingOut
         * @description `start`: where the word stands in the text, in characters. `blocks`: it may not be sent.
         */
        FindingOut: {
            /** Kind */
            kind: string;
            /** Word */
            word: string;
            /** Start */
            start: number;
            /** Alternative */
            alternative: string;
            /** Blocks */
            blocks: boolean;
        };
        /** FinishRun */
        FinishRun: {
            /** Result */
            result: string;
            /**
             * Note
             * @default
             */
            note: string;
            /** Cost Cents */
            cost_cents?: number | null;
        };
        /**
         * Flag
         * @description Colours of the remark flag, in the marketplaces' order 1–5.
         * @enum {string}
         */
        Flag: "red" | "yellow" | "green" | "blue" | "purple";
        /** FlagIn */
        FlagIn: {
            kind: components["schemas"]["FlagKind"];
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Proposed
             * @default
             */
            proposed: string;
        };
        /**
         * FlagKind
         * @description What is amiss with an article (KB-6).
         * @enum {string}
         */
        FlagKind: "wrong" | "outdated" | "unclear";
        /** FlagList */
        FlagList: {
            /** Items */
            items: components["schemas"]["FlagOut"][];
            /** Next */
            next: string | null;
        };
        /** FlagOut */
        FlagOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Article Id
             * Format: uuid
             */
            article_id: string;
            /**
             * Title
             * @default
             */
            title: string;
            /** Version */
            version: number;
            kind: components["schemas"]["FlagKind"];
            /** Note */
            note: string;
            /** Proposed */
            proposed: string;
            /** By Name */
            by_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            resolution: components["schemas"]["Resolution"] | null;
            /** Answer */
            answer: string;
            /** Resolved By Name */
            resolved_by_name: string | null;
            /** Resolved At */
            resolved_at: string | null;
        };
        /**
         * ForeseenOut
         * @description What a change comes to: above zero it is charged, below given back.
         */
        ForeseenOut: {
            /** Allowed */
            allowed: boolean;
            /** Currency */
            currency: string;
            /** Due Cents */
            due_cents: number;
            /** Code */
            code: string;
            sentence: components["schemas"]["Both"] | null;
        };
        /**
         * ForetoldOut
         * @description What follows from an action before it is done. `message`: what the customer is told, with
         *     `{name}` where the form fills something in; `ways`: where money would go; `steps`: the clocks
         *     that begin.
         */
        ForetoldOut: {
            /** Action */
            action: string;
            /** Message */
            message: string | null;
            /** Ways */
            ways: components["schemas"]["WayOut"][];
            /** Steps */
            steps: components["schemas"]["StepAhead"][];
        };
        /**
         * FoundOut
         * @description `answers`: near enough to be taken for an answer, not just the nearest there is.
         */
        FoundOut: {
            article: components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"];
            /** Score */
            score: number;
            /** Wording */
            wording: string;
            /** Answers */
            answers: boolean;
        };
        /** GapIn */
        GapIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Question */
            question: string;
            /**
             * Source
             * @default desk
             * @enum {string}
             */
            source: "desk" | "talk";
        };
        /** GapList */
        GapList: {
            /** Items */
            items: components["schemas"]["GapOut"][];
            /** Next */
            next: string | null;
        };
        /** GapOut */
        GapOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Question */
            question: string;
            source: components["schemas"]["GapSource"];
            /** Times */
            times: number;
            state: components["schemas"]["GapState"];
            /** Article Id */
            article_id: string | null;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
        };
        /**
         * GapSource
         * @description Who asked what no article answers (KB-4).
         * @enum {string}
         */
        GapSource: "desk" | "faq" | "talk";
        /**
         * GapState
         * @enum {string}
         */
        GapState: "open" | "answered" | "dismissed";
        /**
         * Goods
         * @description Where the things are.
         * @enum {string}
         */
        Goods: "not_sent" | "on_the_way" | "with_buyer" | "coming_back" | "received" | "refused" | "replaced" | "stays";
        /** GroupList */
        GroupList: {
            /** Items */
            items: components["schemas"]["GroupName"][];
            /** Next */
            next?: string | null;
        };
        /** GroupName */
        GroupName: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** GroupNew */
        GroupNew: {
            /** Name */
            name: string;
        };
        /** GuideIn */
        GuideIn: {
            /** Version */
            version: number;
            /** Code */
            code: string;
        };
        /** GuideLine */
        GuideLine: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** Picture */
            picture: string;
            /** Done At */
            done_at: string | null;
        };
        /**
         * GuideOffer
         * @description A guide that fits the step the case is at.
         */
        GuideOffer: {
            /** Code */
            code: string;
            title: components["schemas"]["Both"];
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /** HardList */
        HardList: {
            /** Items */
            items: components["schemas"]["HardOut"][];
            /** Next */
            next?: null;
        };
        /**
         * HardOut
         * @description How many hard talks an agent had on a day of the shop.
         */
        HardOut: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Name */
            name: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Talks */
            talks: number;
        };
        /** Heard */
        Heard: {
            /**
             * Call Id
             * Format: uuid
             */
            call_id: string;
            state: components["schemas"]["CallState"];
        };
        /**
         * Held
         * @description Why an order must not leave yet.
         * @enum {string}
         */
        Held: "remark_unseen" | "address" | "cod";
        /** HelpIn */
        HelpIn: {
            /** @default whisper */
            way: components["schemas"]["HelpWay"];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** HelpList */
        HelpList: {
            /** Items */
            items: components["schemas"]["HelpOut"][];
            /** Next */
            next?: null;
        };
        /** HelpOut */
        HelpOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            way: components["schemas"]["HelpWay"];
            /** Note */
            note: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * HelpWay
         * @enum {string}
         */
        HelpWay: "whisper" | "take_over";
        /** HitList */
        HitList: {
            /** Items */
            items: components["schemas"]["FoundOut"][];
            /** Usage */
            usage: boolean;
        };
        /**
         * HitOut
         * @description In `highlight` each hit stands between U+0001 and U+0002.
         */
        HitOut: {
            conversation: components["schemas"]["Row"];
            message: components["schemas"]["xiaoer__conversations__schemas__messages__MessageOut"];
            /** Highlight */
            highlight: string;
        };
        /** HitPage */
        HitPage: {
            /** Items */
            items: components["schemas"]["HitOut"][];
            /** Next */
            next: string | null;
        };
        /** HoldAnswer */
        HoldAnswer: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Text */
            text: string;
            /** As Hoped */
            as_hoped: boolean;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Alternatives
             * @default []
             */
            alternatives: string[];
            /**
             * Attachment Ids
             * @default []
             */
            attachment_ids: string[];
        };
        /** HoldExtension */
        HoldExtension: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Minutes */
            minutes: number;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** HoldGivenUp */
        HoldGivenUp: {
            /** Reason */
            reason: string;
        };
        /**
         * HoldIn
         * @description `minutes`: about how long it takes. Without `text` the usual words are sent.
         */
        HoldIn: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Checking */
            checking: string;
            /** Minutes */
            minutes: number;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * HoldNow
         * @description The one that is live, with ready words that keep contact; None: nobody waits for a check.
         *
         *     `lookup_sec`: how long a lookup may last before the customer is asked to wait (HOLD-2).
         */
        HoldNow: {
            hold: components["schemas"]["HoldOut"] | null;
            /** Contact Texts */
            contact_texts: string[];
            /** Lookup Sec */
            lookup_sec: number;
        };
        /** HoldOut */
        HoldOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Checking */
            checking: string;
            state: components["schemas"]["HoldState"];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Extensions */
            extensions: number;
            /** Late At */
            late_at: string | null;
        };
        /**
         * HoldState
         * @description `late`: it was not answered when it was promised, whatever came of it afterwards.
         * @enum {string}
         */
        HoldState: "open" | "kept" | "late" | "cancelled";
        /** Holidays */
        Holidays: {
            /** Days */
            days: components["schemas"]["NoticeDay"][];
        };
        /** HotList */
        HotList: {
            /** Items */
            items: components["schemas"]["HotOut"][];
            /** Next */
            next?: null;
        };
        /** HotOut */
        HotOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Question */
            question: string;
            /** Times */
            times: number;
            state: components["schemas"]["HotState"];
            /** Phrase Id */
            phrase_id: string | null;
            /**
             * Example Id
             * Format: uuid
             */
            example_id: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /**
             * Mined At
             * Format: date-time
             */
            mined_at: string;
        };
        /**
         * HotState
         * @enum {string}
         */
        HotState: "open" | "covered" | "dismissed";
        /**
         * HoursIn
         * @description Hours as somebody writes them, kept or not yet; `days` are all the special ones.
         */
        HoursIn: {
            /** Week */
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            /** Timezone */
            timezone: string;
            /**
             * Days
             * @default []
             */
            days: components["schemas"]["DayIn"][];
        };
        /**
         * HouseWords
         * @description Words every shop has without writing any.
         */
        HouseWords: {
            /** Code */
            code: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * IdentityIn
         * @description The shop's word for its signed-in customer. The signature is HMAC-SHA256, in hex, over
         *     the lines id, name and issued_at (seconds since 1970), and counts for five minutes.
         */
        IdentityIn: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Issued At */
            issued_at: number;
            /** Signature */
            signature: string;
            /** Phone */
            phone?: string | null;
            /** Email */
            email?: string | null;
        };
        /** IdentityOut */
        IdentityOut: {
            /** Channel */
            channel: string;
            /** External Id Masked */
            external_id_masked: string;
        };
        /** ImportList */
        ImportList: {
            /** Items */
            items: components["schemas"]["ImportOut"][];
        };
        /** ImportOut */
        ImportOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Format */
            format: string;
            state: components["schemas"]["ImportState"];
            /** Headings */
            headings: string[];
            /** Fields */
            fields: string[];
            /** Mapping */
            mapping: {
                [key: string]: string | null;
            };
            /** Decimal Comma */
            decimal_comma: boolean | null;
            /** Preview */
            preview: {
                [key: string]: unknown;
            }[];
            /** Problems */
            problems: components["schemas"]["ProblemOut"][];
            /** Rows */
            rows: number;
            /** Done */
            done: number;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Failure */
            failure: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Finished At */
            finished_at: string | null;
        };
        /**
         * ImportState
         * @enum {string}
         */
        ImportState: "ready" | "unmatched" | "queued" | "running" | "done" | "failed";
        /** IncomingList */
        IncomingList: {
            /** Items */
            items: components["schemas"]["IncomingOut"][];
        };
        /**
         * IncomingOut
         * @description A parcel on its way to us. `receive`: its goods are inspected; else it was stopped or
         *     refused on its way to the customer, and is only signed for.
         */
        IncomingOut: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            /** Order No */
            order_no: string;
            kind: components["schemas"]["CaseKind"];
            reason: components["schemas"]["Reason-Output"];
            /** Version */
            version: number;
            state: components["schemas"]["CaseState"];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Deadline At */
            deadline_at: string | null;
            /** Deadline Action */
            deadline_action: string;
            /** Articles */
            articles: components["schemas"]["xiaoer__aftersales__schemas__warehouse__ArticleOut"][];
            /** Carrier */
            carrier: string;
            /** Tracking No */
            tracking_no: string;
            /** Node */
            node: string;
            /** Node At */
            node_at: string | null;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Signed At */
            signed_at: string | null;
            /** Pickup At */
            pickup_at: string | null;
            /**
             * Task
             * @enum {string}
             */
            task: "receive" | "sign";
        };
        /**
         * Inconsistency
         * @description A fact changed after somebody last looked at the phrase.
         */
        Inconsistency: {
            /**
             * Phrase Id
             * Format: uuid
             */
            phrase_id: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Keeper Id */
            keeper_id: string | null;
            /** Reviewed At */
            reviewed_at: string | null;
            link: components["schemas"]["LinkOut"];
        };
        /** InconsistencyList */
        InconsistencyList: {
            /** Items */
            items: components["schemas"]["Inconsistency"][];
            /** Next */
            next?: null;
        };
        /**
         * IndicatorOut
         * @description Counts of orders; see `indicators`.
         */
        IndicatorOut: {
            /** Name */
            name: string;
            /** Due */
            due: number;
            /** Picked 24H */
            picked_24h: number;
            /** Ripe */
            ripe: number;
            /** Shipped In Time */
            shipped_in_time: number;
            /** Overdue */
            overdue: number;
            /** Own Fault */
            own_fault: number;
            /** Compensated Cents */
            compensated_cents: number;
        };
        /** InspectedIn */
        InspectedIn: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Received */
            received: number;
            /** Accepted */
            accepted: number;
            /**
             * Restock
             * @default 0
             */
            restock: number;
            /** @default ok */
            result: components["schemas"]["Finding"];
        };
        /** InspectionOut */
        InspectionOut: {
            /** Lines */
            lines: {
                [key: string]: unknown;
            }[];
            /** Passed */
            passed: boolean;
            /** File Ids */
            file_ids: string[];
            /** Note */
            note: string;
            /** By Name */
            by_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * InstrumentKind
         * @enum {string}
         */
        InstrumentKind: "card" | "wallet" | "bank" | "gift_card" | "balance" | "source";
        /** InstrumentList */
        InstrumentList: {
            /** Items */
            items: components["schemas"]["InstrumentOut"][];
        };
        /** InstrumentOut */
        InstrumentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["InstrumentKind"];
            /** Label */
            label: string;
            /** Currency */
            currency: string;
            /** Balance Cents */
            balance_cents: number | null;
        };
        /** InterceptionAnswer */
        InterceptionAnswer: {
            state: components["schemas"]["InterceptionState"];
            /**
             * Words
             * @default
             */
            words: string;
        };
        /** InterceptionOut */
        InterceptionOut: {
            state: components["schemas"]["InterceptionState"];
            /** Carrier */
            carrier: string;
            /** Tracking No */
            tracking_no: string;
            /** Answer */
            answer: string;
            /** By Name */
            by_name: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Answered At */
            answered_at: string | null;
        };
        /**
         * InterceptionState
         * @enum {string}
         */
        InterceptionState: "sent" | "accepted" | "succeeded" | "failed";
        /**
         * InterventionIn
         * @description `instrument_id`: where to, for a reroute; `proof`: what shows it, for the others.
         */
        InterventionIn: {
            kind: components["schemas"]["InterventionKind"];
            /** Reason */
            reason: string;
            /** Instrument Id */
            instrument_id?: string | null;
            /**
             * Proof
             * @default
             */
            proof: string;
        };
        /**
         * InterventionKind
         * @description What a person can do about a movement that does not go on by itself.
         * @enum {string}
         */
        InterventionKind: "reroute" | "offline" | "confirm_settled" | "confirm_failed";
        /** InterventionOut */
        InterventionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Movement Id
             * Format: uuid
             */
            movement_id: string;
            kind: components["schemas"]["InterventionKind"];
            /** Instrument Id */
            instrument_id: string | null;
            /** Reason */
            reason: string;
            /** Proof */
            proof: string;
            /** Four Eyes */
            four_eyes: boolean;
            /** Asked By */
            asked_by: string | null;
            /** Asked Name */
            asked_name: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Approved By */
            approved_by: string | null;
            /** Approved Name */
            approved_name: string;
            /** Done At */
            done_at: string | null;
            /** Refused At */
            refused_at: string | null;
        };
        /** ItemOut */
        ItemOut: {
            /** Title */
            title: string;
            /** Image Url */
            image_url: string | null;
        };
        /** JudgementIn */
        JudgementIn: {
            /** Version */
            version: number;
            responsible: components["schemas"]["Responsible"];
        };
        /** KeptIn */
        KeptIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Headings */
            headings: string[];
            /** Mapping */
            mapping: {
                [key: string]: string | null;
            };
            /** Decimal Comma */
            decimal_comma?: boolean | null;
        };
        /** KindList */
        KindList: {
            /** Items */
            items: components["schemas"]["KindOut"][];
            /** Next */
            next?: null;
        };
        /** KindOut */
        KindOut: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
            kind: components["schemas"]["xiaoer__evidence__models__Kind"];
        };
        /** Label */
        Label: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * LabelIn
         * @description A parcel of an order; `marked`: the shop says it is on its way.
         */
        LabelIn: {
            /** Order No */
            order_no: string;
            /** Courier */
            courier: string;
            /** Tracking No */
            tracking_no: string;
            /** Labelled At */
            labelled_at?: string | null;
            /**
             * Marked
             * @default true
             */
            marked: boolean;
            /**
             * Last
             * @default true
             */
            last: boolean;
            /**
             * Warehouse
             * @default
             */
            warehouse: string;
            /**
             * Region
             * @default
             */
            region: string;
        };
        /** LabelsIn */
        LabelsIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Parcels */
            parcels: components["schemas"]["LabelIn"][];
        };
        /** LastMessageOut */
        LastMessageOut: {
            /** Seq */
            seq: number;
            /** From */
            from: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** LearnFacts */
        LearnFacts: {
            /** Facts */
            facts: {
                [key: string]: boolean | string | null;
            };
        };
        /**
         * Leg
         * @description The five segments of a return-refund, in their order.
         * @enum {string}
         */
        Leg: "approval" | "mailing" | "transit" | "inspection" | "refund";
        /** LegDayOut */
        LegDayOut: {
            /** Day */
            day: string;
            /** Seconds */
            seconds: {
                [key: string]: number;
            };
        };
        /**
         * LegOut
         * @description A leg of a return with its target; `ours`: the shop can make it shorter.
         */
        LegOut: {
            leg: components["schemas"]["Leg"];
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Seconds */
            seconds: number;
            /** Target Sec */
            target_sec: number;
            /** Ours */
            ours: boolean;
            /** Late */
            late: boolean;
        };
        /** LegTimesOut */
        LegTimesOut: {
            /** Case Ids */
            case_ids: string[];
            leg: components["schemas"]["Leg"];
            /** Cases */
            cases: number;
            /** Mean Sec */
            mean_sec: number;
            /** P90 Sec */
            p90_sec: number;
            /** Late */
            late: number;
            /** Target Sec */
            target_sec: number;
            /** Ours */
            ours: boolean;
        };
        /** LessonPage */
        LessonPage: {
            /** Items */
            items: components["schemas"]["ReminderOut"][];
            /** Causes */
            causes: {
                [key: string]: number;
            };
        };
        /**
         * LineStatus
         * @enum {string}
         */
        LineStatus: "normal" | "refunding" | "refunded" | "repair_asked" | "refused";
        /**
         * LinkIn
         * @description A fact that the phrase repeats. `ref`: a product's or an article's id, a promotion's code, a
         *     courier, a policy's table, or `*` for any.
         */
        LinkIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "product" | "promotion" | "logistics" | "policy" | "article";
            /** Ref */
            ref: string;
            /**
             * Name
             * @default
             */
            name: string;
        };
        /** LinkOut */
        LinkOut: {
            kind: components["schemas"]["Changing"];
            /** Ref */
            ref: string;
            /** Name */
            name: string;
            /** Changed At */
            changed_at: string | null;
            /** Change */
            change: string;
        };
        /**
         * LoggedCall
         * @description Without `seconds` it was not answered.
         */
        LoggedCall: {
            matter: components["schemas"]["Matter"];
            /** Subject */
            subject: string;
            /**
             * Result
             * @default
             */
            result: string;
            /** Customer Id */
            customer_id?: string | null;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: string;
            direction: components["schemas"]["CallDirection"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Seconds */
            seconds?: number | null;
        };
        /** LookalikeList */
        LookalikeList: {
            /** Items */
            items: components["schemas"]["CustomerItem"][];
            /** Next */
            next?: null;
        };
        /** LookedOver */
        LookedOver: {
            /** Findings */
            findings: components["schemas"]["FindingOut"][];
            /** Tense */
            tense: boolean;
        };
        /** LossDay */
        LossDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Count */
            count: number;
        };
        /** LossOut */
        LossOut: {
            conversation: components["schemas"]["Row"];
            /**
             * Left At
             * Format: date-time
             */
            left_at: string;
            /** Waited Sec */
            waited_sec: number;
        };
        /**
         * LossWindow
         * @description What was counted for the shops of one time zone.
         */
        LossWindow: {
            /** Timezone */
            timezone: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /**
             * End
             * Format: date-time
             */
            end: string;
        };
        /**
         * LossesOut
         * @description 流失: figures of everybody in the windows, and a page of those asked for.
         *
         *     `before_first_answer` counts those whom nobody answered; `by_hour` has 24 counts.
         */
        LossesOut: {
            /** Items */
            items: components["schemas"]["LossOut"][];
            /** Total */
            total: number;
            /** Before First Answer */
            before_first_answer: number;
            /** Average Wait Sec */
            average_wait_sec: number | null;
            /** Median Wait Sec */
            median_wait_sec: number | null;
            /** Longest Wait Sec */
            longest_wait_sec: number | null;
            /** By Hour */
            by_hour: number[];
            /** By Day */
            by_day: components["schemas"]["LossDay"][];
            /** Windows */
            windows: components["schemas"]["LossWindow"][];
            /** Next */
            next: string | null;
        };
        /** MappingIn */
        MappingIn: {
            /** Mapping */
            mapping: {
                [key: string]: string | null;
            };
            /** Decimal Comma */
            decimal_comma?: boolean | null;
            /**
             * Keep
             * @default false
             */
            keep: boolean;
        };
        /** MappingList */
        MappingList: {
            /** Items */
            items: components["schemas"]["MappingOut"][];
        };
        /** MappingOut */
        MappingOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Headings */
            headings: string[];
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /** Decimal Comma */
            decimal_comma: boolean | null;
            /** Kept By */
            kept_by: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * Matter
         * @description What it was about (CHN-2).
         * @enum {string}
         */
        Matter: "consultation" | "order" | "aftersales" | "complaint" | "other";
        /**
         * MeOut
         * @description Everything the desk needs to know about whoever is signed in.
         */
        MeOut: {
            agent: components["schemas"]["OwnAgent"];
            /** Permissions */
            permissions: string[];
            /** Shops */
            shops: components["schemas"]["xiaoer__app__login__ShopOut"][];
            /** Shortcuts */
            shortcuts: {
                [key: string]: unknown;
            };
            /** Preferences */
            preferences: {
                [key: string]: unknown;
            };
        };
        /**
         * Media
         * @description A video, or one pictured step. One of `file_id` (an upload) and `url` (https) says where.
         */
        Media: {
            kind: components["schemas"]["MediaKind"];
            /** File Id */
            file_id?: string | null;
            /** Url */
            url?: string | null;
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Text En
             * @default
             */
            text_en: string;
        };
        /**
         * MediaKind
         * @enum {string}
         */
        MediaKind: "video" | "image";
        /** MediaOut */
        MediaOut: {
            kind: components["schemas"]["MediaKind"];
            /** Src */
            src: string;
            /** File Id */
            file_id: string | null;
            /** Url */
            url: string | null;
            /** Text */
            text: string;
            /** Text En */
            text_en: string;
        };
        /** MergeNew */
        MergeNew: {
            /**
             * Other Id
             * Format: uuid
             */
            other_id: string;
        };
        /**
         * MergePlan
         * @description What a merge would do. `phone_lost_masked` and `email_lost_masked` are empty unless the
         *     other one's contact is given up for the kept one's.
         */
        MergePlan: {
            kept: components["schemas"]["CustomerItem"];
            gone: components["schemas"]["CustomerItem"];
            /** Identities */
            identities: components["schemas"]["IdentityOut"][];
            /** New Addresses */
            new_addresses: number;
            /** Added Tags */
            added_tags: string[];
            /** Left Tags */
            left_tags: string[];
            /** Phone Lost Masked */
            phone_lost_masked: string;
            /** Email Lost Masked */
            email_lost_masked: string;
            /** Consents Ended */
            consents_ended: components["schemas"]["ConsentKind"][];
            /** Consents Gained */
            consents_gained: components["schemas"]["ConsentKind"][];
            /** Stats */
            stats: {
                [key: string]: number;
            };
        };
        /**
         * MessageIn
         * @description `client_id` names the message: sending it again with the same content changes nothing.
         */
        MessageIn: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Text
             * @default
             */
            text: string;
            /** Attachment Ids */
            attachment_ids?: string[];
            /** Order No */
            order_no?: string | null;
        };
        /**
         * MessageKind
         * @enum {string}
         */
        MessageKind: "text" | "image" | "file" | "card" | "system";
        /** MessagePage */
        MessagePage: {
            /** Items */
            items: components["schemas"]["xiaoer__conversations__schemas__messages__MessageOut"][];
            /** More */
            more: boolean;
        };
        /** MineIn */
        MineIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
        };
        /**
         * Mode
         * @enum {string}
         */
        Mode: "authoritative" | "mirrored";
        /**
         * Money
         * @description What moved.
         * @enum {string}
         */
        Money: "none" | "reserved" | "submitted" | "settled" | "failed" | "reversed";
        /**
         * MoneyOut
         * @description All money of an order. No payments: they are opened when they are first needed.
         */
        MoneyOut: {
            refundable: components["schemas"]["RefundableOut"];
            /** Payments */
            payments: components["schemas"]["PaymentOut"][];
            /** Instruments */
            instruments: components["schemas"]["InstrumentOut"][];
            /** Payouts */
            payouts: components["schemas"]["PayoutOut"][];
            /** Movements */
            movements: components["schemas"]["MovementOut"][];
            /** Interventions */
            interventions: components["schemas"]["InterventionOut"][];
            /** Entries */
            entries: components["schemas"]["EntryOut"][];
        };
        /**
         * Mood
         * @description How the twin behaves.
         * @enum {string}
         */
        Mood: "well" | "slow" | "away" | "forgetful";
        /** MoodIn */
        MoodIn: {
            mood: components["schemas"]["Mood"];
        };
        /**
         * MoodOut
         * @description `risk`: 0 calm, 1 unhappy, 2 tense, 3 about to escalate.
         */
        MoodOut: {
            /** Moods */
            moods: string[];
            /** Words */
            words: string[];
            /** Risk */
            risk: number;
            /** Seq */
            seq: number | null;
        };
        /** MovementList */
        MovementList: {
            /** Items */
            items: components["schemas"]["MovementOut"][];
            /** Next */
            next: string | null;
        };
        /** MovementOut */
        MovementOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Payout Id */
            payout_id: string | null;
            /** Payment Id */
            payment_id: string | null;
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
            direction: components["schemas"]["Direction"];
            purpose: components["schemas"]["xiaoer__payments__models__words__Purpose"];
            /** Cents */
            cents: number;
            /** Currency */
            currency: string;
            state: components["schemas"]["MovementState"];
            /**
             * Reason Ref
             * Format: uuid
             */
            reason_ref: string;
            drain: components["schemas"]["Drain"] | null;
            /** Provider */
            provider: string;
            /** Provider Ref */
            provider_ref: string;
            /** Attempts */
            attempts: number;
            /** People By */
            people_by: string | null;
            /** Failure */
            failure: string;
            /** Conflict */
            conflict: string;
            /** Proof */
            proof: string;
            /** Replaces Id */
            replaces_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Submitted At */
            submitted_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Expected At */
            expected_at: string | null;
        };
        /**
         * MovementState
         * @enum {string}
         */
        MovementState: "reserved" | "submitted" | "unknown" | "settled" | "failed" | "released" | "reversed";
        /** Named */
        Named: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** NamedOut */
        NamedOut: {
            /** Name */
            name: string;
        };
        /**
         * Needs
         * @description What was found out in talk: what the customer wants, what it really is, and their words.
         */
        Needs: {
            /** Wants */
            wants?: ("keep" | "refund" | "return" | "exchange" | "compensation") | null;
            reason?: components["schemas"]["xiaoer__aftersales__models__words__Reason"] | null;
            /** Has Goods */
            has_goods?: boolean | null;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /** NeedsIn */
        NeedsIn: {
            /** Version */
            version: number;
            needs: components["schemas"]["Needs"];
        };
        /** NewArticle */
        NewArticle: {
            kind: components["schemas"]["xiaoer__knowledge__models__articles__Kind"];
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /**
             * Public
             * @default false
             */
            public: boolean;
            /**
             * Product Ids
             * @default []
             */
            product_ids: string[];
            /**
             * Policy Tables
             * @default []
             */
            policy_tables: string[];
            /** Owner Id */
            owner_id?: string | null;
            /**
             * Review Days
             * @default 180
             */
            review_days: number;
            /** Effective From */
            effective_from?: string | null;
            /** Effective Until */
            effective_until?: string | null;
            /** Title */
            title: string;
            /**
             * Body
             * @default
             */
            body: string;
            /**
             * Title En
             * @default
             */
            title_en: string;
            /**
             * Body En
             * @default
             */
            body_en: string;
            /**
             * Questions
             * @default []
             */
            questions: string[];
            /**
             * Media
             * @default []
             */
            media: components["schemas"]["Media"][];
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
        };
        /** NewAutoReply */
        NewAutoReply: {
            /** Name */
            name: string;
            occasion: components["schemas"]["Occasion"];
            /** Text */
            text: string;
            /** Channel */
            channel?: string | null;
            /**
             * Keywords
             * @default []
             */
            keywords: string[];
            /**
             * Queue Over
             * @default 5
             */
            queue_over: number;
            /**
             * Window Min
             * @default 30
             */
            window_min: number;
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Active
             * @default true
             */
            active: boolean;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
        };
        /** NewCalendar */
        NewCalendar: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Week */
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            /** Timezone */
            timezone?: string | null;
            /**
             * Days
             * @default []
             */
            days: components["schemas"]["DayIn"][];
        };
        /** NewCategory */
        NewCategory: {
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en?: string | null;
        };
        /**
         * NewDraft
         * @description Without `content` it begins as a copy of what is in force.
         */
        NewDraft: {
            /** Table */
            table: string;
            /** Shop Id */
            shop_id?: string | null;
            /** Category */
            category?: string | null;
            /** Product Id */
            product_id?: string | null;
            /** Content */
            content?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * NewNotice
         * @description `channels` in the order they are tried.
         */
        NewNotice: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Template */
            template: string;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: string | number | null;
            };
            /** Channels */
            channels: string[];
            /**
             * Locale
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
            subject?: components["schemas"]["xiaoer__notices__schemas__Subject"] | null;
        };
        /**
         * NewPhrase
         * @description `scope` personal: the actor's own; shared: of `shop_id`, or of the actor's only shop.
         */
        NewPhrase: {
            /**
             * Scope
             * @default shared
             */
            scope: string;
            /** Shop Id */
            shop_id?: string | null;
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Shortcut */
            shortcut?: string | null;
            /**
             * Variants
             * @default []
             */
            variants: components["schemas"]["PhraseVariant"][];
            care?: components["schemas"]["CareIn"] | null;
        };
        /**
         * NewPromise
         * @description Promised by a person: until a moment, or for so many business seconds from now.
         */
        NewPromise: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Kind */
            kind: string;
            /** Subject Type */
            subject_type: string;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
            /** Due At */
            due_at?: string | null;
            /** Seconds */
            seconds?: number | null;
            /**
             * Warn After
             * @default []
             */
            warn_after: number[];
            /** Owner Agent Id */
            owner_agent_id?: string | null;
            /** Owner Group Id */
            owner_group_id?: string | null;
            /** Calendar Id */
            calendar_id?: string | null;
        };
        /**
         * NewTask
         * @description Without an assignee: the actor's own. Without `due_at`: within a day.
         */
        NewTask: {
            /** Title */
            title: string;
            /**
             * Kind
             * @default general
             */
            kind: string;
            /**
             * Description
             * @default
             */
            description: string;
            /** Shop Id */
            shop_id?: string | null;
            subject?: components["schemas"]["xiaoer__tasks__schemas__Subject"] | null;
            /** Agent Id */
            agent_id?: string | null;
            /** Group Id */
            group_id?: string | null;
            /** Due At */
            due_at?: string | null;
        };
        /**
         * News
         * @description What a customer may be told of a parcel.
         * @enum {string}
         */
        News: "shipped" | "out_for_delivery" | "signed" | "exception";
        /**
         * Node
         * @description Where a parcel is, by its scans (domain.md §10).
         * @enum {string}
         */
        Node: "labelled" | "picked" | "in_transit" | "out_for_delivery" | "at_point" | "signed" | "trouble" | "refused" | "returning" | "returned" | "lost" | "void";
        /** NotesIn */
        NotesIn: {
            matter: components["schemas"]["Matter"];
            /** Subject */
            subject: string;
            /**
             * Result
             * @default
             */
            result: string;
            /** Customer Id */
            customer_id?: string | null;
        };
        /**
         * NothingOut
         * @description Why nothing can be asked for.
         */
        NothingOut: {
            /** Code */
            code: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * NoticeDay
         * @description A day as the public holiday files of China write it.
         */
        NoticeDay: {
            /** Name */
            name: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Isoffday */
            isOffDay: boolean;
        };
        /** NoticeDetail */
        NoticeDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Subject Type */
            subject_type: string | null;
            /** Subject Id */
            subject_id: string | null;
            /** Template Code */
            template_code: string;
            /** Text */
            text: string;
            /** Channels */
            channels: string[];
            /** Channel */
            channel: string;
            state: components["schemas"]["NoticeState"];
            /** Failure */
            failure: string;
            /**
             * Send After
             * Format: date-time
             */
            send_after: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Delivered At */
            delivered_at: string | null;
            /** Failed At */
            failed_at: string | null;
            /** Attempts */
            attempts: components["schemas"]["AttemptOut"][];
        };
        /** NoticeOut */
        NoticeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Subject Type */
            subject_type: string | null;
            /** Subject Id */
            subject_id: string | null;
            /** Template Code */
            template_code: string;
            /** Text */
            text: string;
            /** Channels */
            channels: string[];
            /** Channel */
            channel: string;
            state: components["schemas"]["NoticeState"];
            /** Failure */
            failure: string;
            /**
             * Send After
             * Format: date-time
             */
            send_after: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Sent At */
            sent_at: string | null;
            /** Delivered At */
            delivered_at: string | null;
            /** Failed At */
            failed_at: string | null;
        };
        /** NoticePage */
        NoticePage: {
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * NoticeState
         * @enum {string}
         */
        NoticeState: "queued" | "sent" | "delivered" | "failed";
        /** NudgedOut */
        NudgedOut: {
            /** By */
            by: string;
            /** Template */
            template: string;
            /** Nudged */
            nudged: number;
            /** Paid */
            paid: number;
            /** Cents */
            cents: number;
        };
        /** NumberOut */
        NumberOut: {
            /** Number */
            number: string;
        };
        /**
         * Occasion
         * @description When a rule speaks (RSP-7).
         * @enum {string}
         */
        Occasion: "off_duty" | "peak" | "queued" | "keyword";
        /**
         * OfferKind
         * @enum {string}
         */
        OfferKind: "proposal" | "coupon" | "gift" | "partial_refund";
        /** OfferOut */
        OfferOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["OfferKind"];
            case_kind: components["schemas"]["CaseKind"] | null;
            /** Cents */
            cents: number;
            /** Words */
            words: string;
            /** Valid Until */
            valid_until: string | null;
            /**
             * Answer By
             * Format: date-time
             */
            answer_by: string;
            state: components["schemas"]["OfferState"];
            /** Counter Cents */
            counter_cents: number | null;
            /** Answer Words */
            answer_words: string;
            /** By Name */
            by_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Answered At */
            answered_at: string | null;
        };
        /**
         * OfferState
         * @enum {string}
         */
        OfferState: "open" | "accepted" | "declined" | "expired";
        /**
         * OfferableOut
         * @description `approval`: only somebody who may override makes it.
         */
        OfferableOut: {
            kind: components["schemas"]["OfferKind"];
            /** Cents */
            cents: number;
            /**
             * Answer By
             * Format: date-time
             */
            answer_by: string;
            /**
             * Valid Until
             * Format: date-time
             */
            valid_until: string;
            /** Approval */
            approval: boolean;
        };
        /** OfferedList */
        OfferedList: {
            /** Items */
            items: components["schemas"]["OfferedOut"][];
            /** Next */
            next?: null;
        };
        /**
         * OfferedOut
         * @description `text`: the words that fit this customer and situation; `group`, `scenario`: whom they are
         *     for, if not for everybody.
         */
        OfferedOut: {
            phrase: components["schemas"]["PhraseOut"];
            /** Text */
            text: string;
            /** Group */
            group: string | null;
            /** Scenario */
            scenario: string | null;
        };
        /** OnPhoneOut */
        OnPhoneOut: {
            /** From Shop */
            from_shop: boolean;
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** OpenAppeal */
        OpenAppeal: {
            target: components["schemas"]["AppealTarget"];
            subject: components["schemas"]["SubjectRef"];
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Statement
             * @default
             */
            statement: string;
            /** Shop Id */
            shop_id?: string | null;
        };
        /**
         * OpenDay
         * @description A day in the calendar's time zone; `special` when it does not follow its weekday.
         */
        OpenDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name */
            name: string;
            /** Special */
            special: boolean;
            /** Open */
            open: components["schemas"]["OpenOut"][];
        };
        /** OpenOut */
        OpenOut: {
            /**
             * Opens
             * Format: date-time
             */
            opens: string;
            /**
             * Closes
             * Format: date-time
             */
            closes: string;
        };
        /**
         * OpeningsOut
         * @description Times carry the offset of `timezone`.
         */
        OpeningsOut: {
            /** Timezone */
            timezone: string;
            /** Days */
            days: components["schemas"]["OpenDay"][];
        };
        /** OrderCard */
        OrderCard: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Customer Id */
            customer_id: string | null;
            /** Order No */
            order_no: string;
            status: components["schemas"]["OrderStatus"];
            /** Placed At */
            placed_at: string | null;
            /** Paid At */
            paid_at: string | null;
            /** Promised Ship By */
            promised_ship_by: string | null;
            /** Paid Cents */
            paid_cents: number;
            /** Payable Cents */
            payable_cents: number;
            /** Amounts Known */
            amounts_known: boolean;
            /** Currency */
            currency: string;
            /** Item Count */
            item_count: number;
            first_item: components["schemas"]["ItemOut"] | null;
            /** Courier */
            courier: string | null;
            /** Tracking No */
            tracking_no: string | null;
            last_parcel_event: components["schemas"]["ParcelEventOut"] | null;
            flag: components["schemas"]["Flag"] | null;
            top_remark: components["schemas"]["RemarkOut"] | null;
        };
        /** OrderCheckOut */
        OrderCheckOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            /** Customer Id */
            customer_id: string | null;
            /** Customer */
            customer: string | null;
            /** Receiver Name */
            receiver_name: string;
            /** Receiver Phone */
            receiver_phone: string;
            /** Receiver Address */
            receiver_address: string;
            status: components["schemas"]["OrderStatus"];
            state: components["schemas"]["CheckState"];
            /** Several */
            several: boolean;
            /** Courier */
            courier: string;
            /** Courier Chosen */
            courier_chosen: boolean;
            /** Currency */
            currency: string;
            /** Online Cents */
            online_cents: number;
            /**
             * Cod Cents
             * @default 0
             */
            cod_cents: number;
            /** Calls */
            calls: number;
            /** Last Call */
            last_call: string | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
        };
        /** OrderList */
        OrderList: {
            /** Items */
            items: components["schemas"]["OrderCard"][];
            /** Next */
            next: string | null;
        };
        /**
         * OrderRequestIn
         * @description What is asked for on one of several orders.
         */
        OrderRequestIn: {
            kind: components["schemas"]["CaseKind"];
            reason: components["schemas"]["xiaoer__aftersales__models__words__Reason"];
            /** Lines */
            lines: components["schemas"]["WantedIn"][];
            /**
             * Text
             * @default
             */
            text: string;
            /** Got Goods */
            got_goods?: ("received" | "not" | "refused") | null;
            /** Condition */
            condition?: ("intact" | "worn" | "damaged" | "incomplete" | "defective") | null;
            /** Cents */
            cents?: number | null;
            /** Currency */
            currency?: string | null;
            /** Instrument Id */
            instrument_id?: string | null;
            return_method?: components["schemas"]["ReturnMethod"] | null;
            pickup?: components["schemas"]["PickupIn"] | null;
            /**
             * Evidence
             * @default []
             */
            evidence: components["schemas"]["ProofIn"][];
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
        };
        /** OrderShippingOut */
        OrderShippingOut: {
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            watch: components["schemas"]["WatchOut"] | null;
            /** Parcels */
            parcels: components["schemas"]["xiaoer__shipping__schemas__ParcelOut"][];
        };
        /**
         * OrderStatus
         * @description Where an order stands (domain.md §10 maps the marketplaces' own words).
         * @enum {string}
         */
        OrderStatus: "unpaid" | "paid" | "held" | "part_shipped" | "shipped" | "in_transit" | "signed" | "completed" | "refunding" | "closed" | "cancelled";
        /** OrderStatusAsk */
        OrderStatusAsk: {
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
        };
        /** OrdersOut */
        OrdersOut: {
            /** Items */
            items: components["schemas"]["xiaoer__channels__webchat__schemas__OrderOut"][];
        };
        /** OtherIn */
        OtherIn: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Qty */
            qty: number;
            /**
             * Sku Id
             * Format: uuid
             */
            sku_id: string;
        };
        /** OutgoingList */
        OutgoingList: {
            /** Items */
            items: components["schemas"]["OutgoingOut"][];
        };
        /**
         * OutgoingOut
         * @description A replacement to send, and where to; name and phone as on every page.
         */
        OutgoingOut: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            /** Order No */
            order_no: string;
            kind: components["schemas"]["CaseKind"];
            reason: components["schemas"]["Reason-Output"];
            /** Version */
            version: number;
            state: components["schemas"]["CaseState"];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Deadline At */
            deadline_at: string | null;
            /** Deadline Action */
            deadline_action: string;
            /** Articles */
            articles: components["schemas"]["xiaoer__aftersales__schemas__warehouse__ArticleOut"][];
            /** Receiver */
            receiver: string;
            /** Phone Masked */
            phone_masked: string;
            /** Address */
            address: string;
        };
        /**
         * OwnAgent
         * @description The signed-in person.
         */
        OwnAgent: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Login */
            login: string;
            /** Avatar Letter */
            avatar_letter: string;
            /**
             * Locale
             * @enum {string}
             */
            locale: "zh" | "en";
            theme: components["schemas"]["Theme"];
            presence: components["schemas"]["Presence"];
            /** Max Concurrency */
            max_concurrency: number;
        };
        /** OwnCase */
        OwnCase: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            kind: components["schemas"]["CaseKind"];
            state: components["schemas"]["CaseState"];
            /** Version */
            version: number;
            /** Currency */
            currency: string;
            /** Requested Cents */
            requested_cents: number;
            /** Approved Cents */
            approved_cents: number;
            /** Refunded Cents */
            refunded_cents: number;
            /** Due Cents */
            due_cents: number;
            reason: components["schemas"]["Reason-Output"];
            /** Deadline At */
            deadline_at: string | null;
            /** Silent */
            silent: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Ended At */
            ended_at: string | null;
        };
        /** OwnCaseList */
        OwnCaseList: {
            /** Items */
            items: components["schemas"]["OwnCase"][];
        };
        /** OwnCaseOut */
        OwnCaseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            kind: components["schemas"]["CaseKind"];
            state: components["schemas"]["CaseState"];
            /** Version */
            version: number;
            /** Currency */
            currency: string;
            /** Requested Cents */
            requested_cents: number;
            /** Approved Cents */
            approved_cents: number;
            /** Refunded Cents */
            refunded_cents: number;
            /** Due Cents */
            due_cents: number;
            reason: components["schemas"]["Reason-Output"];
            /** Deadline At */
            deadline_at: string | null;
            /** Silent */
            silent: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Deadline Action */
            deadline_action: string;
            closed_reason: components["schemas"]["Closed"] | null;
            /** Reason Text */
            reason_text: string;
            /** Gross Cents */
            gross_cents: number;
            /** Deductions */
            deductions: components["schemas"]["xiaoer__aftersales__schemas__parts__DeductionOut"][];
            /** Points */
            points: number;
            /** Freight Cents */
            freight_cents: number;
            /** Freight Payer */
            freight_payer: string;
            /** Max Cents */
            max_cents: number;
            return_method: components["schemas"]["ReturnMethod"] | null;
            /** Pickup */
            pickup: {
                [key: string]: unknown;
            };
            /** Refusal */
            refusal: string | null;
            /** Instrument Id */
            instrument_id: string | null;
            /** Choices */
            choices: string[];
            /** Lines */
            lines: components["schemas"]["xiaoer__aftersales__schemas__parts__LineOut"][];
            /** Standards */
            standards: components["schemas"]["StandardOut"][];
            /** Missing Evidence */
            missing_evidence: components["schemas"]["EvidenceKind"][];
            /** Parcels */
            parcels: components["schemas"]["xiaoer__aftersales__schemas__parts__ParcelOut"][];
            offer: components["schemas"]["OfferOut"] | null;
            /** Evidence */
            evidence: components["schemas"]["ProofOut"][];
            dispute: components["schemas"]["OwnDispute"] | null;
            inspection: components["schemas"]["OwnInspection"] | null;
            place: components["schemas"]["xiaoer__aftersales__schemas__parts__PlaceOut"] | null;
            /** Ways */
            ways: components["schemas"]["WayOut"][];
            /** Refunds */
            refunds: components["schemas"]["OwnRefund"][];
            /** Timeline */
            timeline: components["schemas"]["OwnStep"][];
            /** Ahead */
            ahead: components["schemas"]["StepAhead"][];
            /** Actions */
            actions: string[];
            /** Guides */
            guides: components["schemas"]["xiaoer__aftersales__schemas__caring__GuideOut"][];
            feedback: components["schemas"]["OwnFeedback"] | null;
        };
        /** OwnDispute */
        OwnDispute: {
            state: components["schemas"]["DisputeState"];
            /**
             * Evidence Due At
             * Format: date-time
             */
            evidence_due_at: string;
            ruled_for: components["schemas"]["Party"] | null;
            /** Ruling */
            ruling: string;
            /** Ruling Cents */
            ruling_cents: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Ruled At */
            ruled_at: string | null;
        };
        /**
         * OwnFeedback
         * @description Without `answered_at` it is still to be answered.
         */
        OwnFeedback: {
            /** Answered At */
            answered_at: string | null;
            /** Score */
            score: number | null;
            /** Solved */
            solved: boolean | null;
            /** Words */
            words: string;
        };
        /**
         * OwnInspection
         * @description What the warehouse found.
         */
        OwnInspection: {
            /** Passed */
            passed: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
        };
        /** OwnInstrument */
        OwnInstrument: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Balance Cents */
            balance_cents: number | null;
            /** Original */
            original: boolean;
        };
        /**
         * OwnLine
         * @description `free`: units that no case holds; `left_cents`: what could go back for all of these.
         */
        OwnLine: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Sku Id */
            sku_id: string | null;
            /** Title */
            title: string;
            /** Spec */
            spec: string;
            /** Quantity */
            quantity: number;
            /** Paid Cents */
            paid_cents: number;
            /** Free */
            free: number;
            /** Left Cents */
            left_cents: number;
            /** Image Url */
            image_url: string | null;
            /** Variants */
            variants: components["schemas"]["Variant"][];
        };
        /** OwnOrder */
        OwnOrder: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Order No */
            order_no: string;
            phase: components["schemas"]["Phase"];
            /** Currency */
            currency: string;
            /** Paid Cents */
            paid_cents: number;
            /** Title */
            title: string | null;
            /** Image Url */
            image_url: string | null;
            /** Item Count */
            item_count: number;
            /** Placed At */
            placed_at: string | null;
        };
        /** OwnOrderPage */
        OwnOrderPage: {
            /** Items */
            items: components["schemas"]["OwnOrder"][];
            /** Next */
            next: string | null;
        };
        /** OwnPassword */
        OwnPassword: {
            /** Old */
            old: string;
            /** New */
            new: string;
        };
        /**
         * OwnReceiver
         * @description Their own address; `masked` unless the shop vouches for whoever asks.
         */
        OwnReceiver: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Address */
            address: string;
            /** Masked */
            masked: boolean;
        };
        /**
         * OwnRefund
         * @description One transfer of a case: where to, how far it is, when it should be seen there.
         */
        OwnRefund: {
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Cents */
            cents: number;
            /** State */
            state: string;
            /** Sent At */
            sent_at: string | null;
            /** Expected At */
            expected_at: string | null;
            /** Ended At */
            ended_at: string | null;
        };
        /**
         * OwnStep
         * @description A step as the customer follows it; who of the shop did it is not told.
         */
        OwnStep: {
            /** Command */
            command: string;
            after: components["schemas"]["CaseState"];
            /** Mine */
            mine: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** Owner */
        Owner: {
            /** Agent Id */
            agent_id?: string | null;
            /** Group Id */
            group_id?: string | null;
        };
        /** PackedOut */
        PackedOut: {
            /** New */
            new: number;
            /** Known */
            known: number;
            /** Refused */
            refused: number[];
            /**
             * Held
             * @default {}
             */
            held: {
                [key: string]: components["schemas"]["Held"];
            };
        };
        /** PageOut */
        PageOut: {
            /** Items */
            items: components["schemas"]["xiaoer__channels__webchat__schemas__MessageOut"][];
            /** More */
            more: boolean;
        };
        /** ParcelEventOut */
        ParcelEventOut: {
            /** Text */
            text: string;
            /** At */
            at: string | null;
        };
        /**
         * ParcelWay
         * @enum {string}
         */
        ParcelWay: "back" | "out";
        /** PartIn */
        PartIn: {
            /** Value */
            value?: unknown;
            /** Revision */
            revision?: number | null;
        };
        /**
         * Party
         * @enum {string}
         */
        Party: "buyer" | "merchant" | "carrier" | "platform";
        /** PasswordNew */
        PasswordNew: {
            /** Password */
            password: string;
        };
        /** PayIn */
        PayIn: {
            /** Version */
            version: number;
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
        };
        /** PaymentOut */
        PaymentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
            /** Provider */
            provider: string;
            /** Currency */
            currency: string;
            /** Captured Cents */
            captured_cents: number;
            /** Reserved Cents */
            reserved_cents: number;
            /** Settled Cents */
            settled_cents: number;
            /** Left Cents */
            left_cents: number;
            /** Imported */
            imported: boolean;
        };
        /** PayoutOut */
        PayoutOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Reason Ref
             * Format: uuid
             */
            reason_ref: string;
            purpose: components["schemas"]["xiaoer__payments__models__words__Purpose"];
            /** Gross Cents */
            gross_cents: number;
            /** Cents */
            cents: number;
            /** Deductions */
            deductions: components["schemas"]["xiaoer__payments__schemas__DeductionOut"][];
            /** Released At */
            released_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * PerformanceOut
         * @description Figures of a courier; see `performance`.
         */
        PerformanceOut: {
            /** Courier */
            courier: string;
            /** Region */
            region: string;
            /** Parcels */
            parcels: number;
            /** Signed */
            signed: number;
            /** Pickup Hours */
            pickup_hours: number | null;
            /** Way Hours */
            way_hours: number | null;
            /** Exceptions */
            exceptions: number;
            /** Answer Hours */
            answer_hours: number | null;
            /** Claims */
            claims: number;
            /** Claim Cents */
            claim_cents: number;
            /** Paid Cents */
            paid_cents: number;
        };
        /**
         * PersonalField
         * @description What is masked until somebody names a reason.
         * @enum {string}
         */
        PersonalField: "name" | "phone" | "email" | "address";
        /**
         * Phase
         * @description How far the order was when the customer asked.
         * @enum {string}
         */
        Phase: "pre_ship" | "shipped" | "delivered" | "completed" | "closed";
        /** PhoneKey */
        PhoneKey: {
            /** Key */
            key: string;
        };
        /** PhoneOut */
        PhoneOut: {
            /** Items */
            items: components["schemas"]["OnPhoneOut"][];
        };
        /** PhraseContext */
        PhraseContext: {
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Order Id */
            order_id?: string | null;
        };
        /** PhraseFigures */
        PhraseFigures: {
            /**
             * Phrase Id
             * Format: uuid
             */
            phrase_id: string;
            /** Title */
            title: string;
            /** Sent */
            sent: number;
            /** Edited */
            edited: number;
            /** Response Sec */
            response_sec: number | null;
            /** Score */
            score: number | null;
            /** Rated */
            rated: number;
        };
        /**
         * PhraseFull
         * @description With what it repeats.
         */
        PhraseFull: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Scope */
            scope: string;
            /** Shop Id */
            shop_id: string | null;
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Title */
            title: string;
            /** Initials */
            initials: string;
            /** Shortcut */
            shortcut: string | null;
            /** Text */
            text: string;
            /** Variants */
            variants: components["schemas"]["PhraseVariant"][];
            /** Valid From */
            valid_from: string | null;
            /** Valid Until */
            valid_until: string | null;
            /** Conditions */
            conditions: string;
            /** Keeper Id */
            keeper_id: string | null;
            /** Review Days */
            review_days: number | null;
            /** Reviewed At */
            reviewed_at: string | null;
            /** Review Due At */
            review_due_at: string | null;
            review_reason: components["schemas"]["Changing"] | null;
            /** Version */
            version: number;
            /** Uses */
            uses: number;
            /** Retired */
            retired: boolean;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Links */
            links: components["schemas"]["LinkOut"][];
            /** Variables */
            readonly variables: string[];
        };
        /**
         * PhraseIn
         * @description What is absent stays as it is. `version`: the one that was looked at while writing.
         */
        PhraseIn: {
            /** Category Id */
            category_id?: string | null;
            /** Title */
            title?: string | null;
            /** Text */
            text?: string | null;
            /** Shortcut */
            shortcut?: string | null;
            /** Variants */
            variants?: components["schemas"]["PhraseVariant"][] | null;
            care?: components["schemas"]["CareIn"] | null;
            /** Version */
            version?: number | null;
        };
        /** PhraseOut */
        PhraseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Scope */
            scope: string;
            /** Shop Id */
            shop_id: string | null;
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            /** Title */
            title: string;
            /** Initials */
            initials: string;
            /** Shortcut */
            shortcut: string | null;
            /** Text */
            text: string;
            /** Variants */
            variants: components["schemas"]["PhraseVariant"][];
            /** Valid From */
            valid_from: string | null;
            /** Valid Until */
            valid_until: string | null;
            /** Conditions */
            conditions: string;
            /** Keeper Id */
            keeper_id: string | null;
            /** Review Days */
            review_days: number | null;
            /** Reviewed At */
            reviewed_at: string | null;
            /** Review Due At */
            review_due_at: string | null;
            review_reason: components["schemas"]["Changing"] | null;
            /** Version */
            version: number;
            /** Uses */
            uses: number;
            /** Retired */
            retired: boolean;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Variables */
            readonly variables: string[];
        };
        /** PhrasePage */
        PhrasePage: {
            /** Items */
            items: components["schemas"]["PhraseOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * PhraseReport
         * @description Of the stretch of time `start` … `end`.
         */
        PhraseReport: {
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Phrases */
            phrases: components["schemas"]["PhraseFigures"][];
            /** Agents */
            agents: components["schemas"]["AgentFigures"][];
        };
        /**
         * PhraseVariant
         * @description Other words for a group of customers (`new`, `returning`, `vip`, `international` or a tag),
         *     for a scenario, or for both.
         */
        PhraseVariant: {
            /** Group */
            group?: string | null;
            /** Scenario */
            scenario?: ("presale" | "insale" | "aftersale" | "complaint") | null;
            /** Text */
            text: string;
        };
        /** PicksOut */
        PicksOut: {
            /** Urges */
            urges: number;
            /** Order Nos */
            order_nos: string[];
        };
        /**
         * PickupIn
         * @description Door pick-up; the times bound the window.
         */
        PickupIn: {
            /** Begins */
            begins?: string | null;
            /** Ends */
            ends?: string | null;
            /**
             * Courier
             * @default
             */
            courier: string;
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Result
             * @default
             */
            result: string;
        };
        /** PickupSet */
        PickupSet: {
            /** Version */
            version: number;
            pickup: components["schemas"]["PickupIn"];
        };
        /**
         * Piece
         * @enum {string}
         */
        Piece: "ringing" | "answered" | "ended";
        /** PieceOut */
        PieceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["xiaoer__evidence__models__Kind"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
            visibility: components["schemas"]["Visibility"];
            /** Attached */
            attached: boolean;
        };
        /**
         * PlaceIn
         * @description A return address. The narrowest that fits category and region is chosen by itself.
         */
        PlaceIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Recipient */
            recipient: string;
            /** Phone */
            phone: string;
            /** Address */
            address: string;
            /** Category */
            category?: string | null;
            /** Region */
            region?: string | null;
            /**
             * Active
             * @default true
             */
            active: boolean;
        };
        /** PlaceList */
        PlaceList: {
            /** Items */
            items: components["schemas"]["xiaoer__aftersales__schemas__parts__PlaceOut"][];
        };
        /** PlanIn */
        PlanIn: {
            /** Plan */
            plan: string;
        };
        /** PlatformKey */
        PlatformKey: {
            /** Key */
            key: string;
        };
        /** PlatformTaken */
        PlatformTaken: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Number */
            number: number;
            state: components["schemas"]["CaseState"];
            /** Version */
            version: string;
        };
        /**
         * PlaybookFull
         * @description `content` is the file itself: facts, steps, branches, results.
         */
        PlaybookFull: {
            /** Playbook */
            playbook: string;
            title: components["schemas"]["BothOut"];
            about: components["schemas"]["BothOut"];
            /** Subjects */
            subjects: string[];
            /** Sha256 */
            sha256: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
        };
        /** PlaybookList */
        PlaybookList: {
            /** Items */
            items: components["schemas"]["PlaybookOut"][];
            /** Next */
            next?: null;
        };
        /** PlaybookOut */
        PlaybookOut: {
            /** Playbook */
            playbook: string;
            title: components["schemas"]["BothOut"];
            about: components["schemas"]["BothOut"];
            /** Subjects */
            subjects: string[];
            /** Sha256 */
            sha256: string;
        };
        /** PolicyList */
        PolicyList: {
            /** Items */
            items: components["schemas"]["PolicyOut"][];
            /** Next */
            next?: null;
        };
        /** PolicyOut */
        PolicyOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Table */
            table: string;
            /** Shop Id */
            shop_id: string | null;
            /** Category */
            category: string | null;
            /** Product Id */
            product_id: string | null;
            /** Statutory */
            statutory: boolean;
            in_force: components["schemas"]["xiaoer__policies__schemas__versions__VersionOut"] | null;
            /** Title */
            title: {
                [key: string]: string;
            } | null;
            /** Waiting */
            waiting: number;
        };
        /**
         * PositionOut
         * @description Where the order's parcel is by the courier's last word, and whether it can be stopped.
         */
        PositionOut: {
            /** Carrier */
            carrier: string;
            /** Tracking No */
            tracking_no: string;
            /** Node */
            node: string;
            /** Words */
            words: string;
            /** Scanned At */
            scanned_at: string | null;
            /** Shipped At */
            shipped_at: string | null;
            /** Signed At */
            signed_at: string | null;
            /** Interception */
            interception: string | null;
            /** Why */
            why: string | null;
        };
        /** Postponement */
        Postponement: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Reason */
            reason: string;
        };
        /**
         * PreferencesSet
         * @description What is left out stays; own settings beyond the named ones are kept as given.
         */
        PreferencesSet: {
            /** Locale */
            locale?: ("zh" | "en") | null;
            theme?: components["schemas"]["Theme"] | null;
            /** Shortcuts */
            shortcuts?: {
                [key: string]: string | null;
            } | null;
        } & {
            [key: string]: boolean | number | string | null;
        };
        /** PresaleOut */
        PresaleOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** External Id */
            external_id: string;
            /** Title */
            title: string;
            /** Ship On */
            ship_on: string | null;
            /** Labelled */
            labelled: boolean;
        };
        /**
         * Presence
         * @enum {string}
         */
        Presence: "online" | "paused" | "offline";
        /** PresenceOut */
        PresenceOut: {
            presence: components["schemas"]["Presence"];
        };
        /** PresenceSet */
        PresenceSet: {
            state: components["schemas"]["Presence"];
        };
        /**
         * PriceDropOut
         * @description What comes back for prices that fell, and the rule that says so; `allowed`: it may be asked
         *     for now.
         */
        PriceDropOut: {
            /** Currency */
            currency: string;
            /** Cents */
            cents: number;
            /** Lines */
            lines: components["schemas"]["DroppedOut"][];
            /** Allowed */
            allowed: boolean;
            /** Row */
            row: string | null;
            /** Clauses */
            clauses: string[];
        };
        /**
         * Priority
         * @enum {string}
         */
        Priority: "normal" | "high";
        /** PrioritySet */
        PrioritySet: {
            priority: components["schemas"]["Priority"];
        };
        /** ProblemOut */
        ProblemOut: {
            /** Line */
            line: number;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Outcome */
            outcome?: string | null;
            /** File */
            file?: string | null;
        };
        /** ProcedureOut */
        ProcedureOut: {
            /** Key */
            key: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /** ProductList */
        ProductList: {
            /** Items */
            items: components["schemas"]["ProductOut"][];
            /** Next */
            next: string | null;
        };
        /** ProductOut */
        ProductOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Title */
            title: string;
            /** Category */
            category: string | null;
            /** Image Url */
            image_url: string | null;
            /** Page Url */
            page_url: string | null;
            /** Price Cents */
            price_cents: number | null;
            /** Currency */
            currency: string | null;
            /** Skus */
            skus: components["schemas"]["SkuOut"][];
        };
        /** ProductRef */
        ProductRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
        };
        /** ProfileIn */
        ProfileIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
        };
        /**
         * PromiseOut
         * @description A promise; times in UTC, `remaining_sec` in business seconds while paused.
         */
        PromiseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Kind */
            kind: string;
            /** Subject Type */
            subject_type: string;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
            /** Owner Agent Id */
            owner_agent_id: string | null;
            /** Owner Group Id */
            owner_group_id: string | null;
            /** Calendar Id */
            calendar_id: string | null;
            state: components["schemas"]["PromiseState"];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Warn At */
            warn_at: string[];
            /** Remaining Sec */
            remaining_sec: number | null;
            /** Kept At */
            kept_at: string | null;
            /** Broken At */
            broken_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** PromisePage */
        PromisePage: {
            /** Items */
            items: components["schemas"]["PromiseOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * PromiseState
         * @description Where a promise stands. OPEN and PAUSED are owed; BROKEN is owed until it is ended.
         * @enum {string}
         */
        PromiseState: "open" | "paused" | "kept" | "late" | "broken" | "released";
        /** PromotionIn */
        PromotionIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Conditions
             * @default
             */
            conditions: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
        };
        /** PromotionList */
        PromotionList: {
            /** Items */
            items: components["schemas"]["PromotionOut"][];
            /** Next */
            next?: null;
        };
        /** PromotionOut */
        PromotionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Conditions */
            conditions: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
        };
        /** ProofIn */
        ProofIn: {
            kind: components["schemas"]["EvidenceKind"];
            /**
             * File Ids
             * @default []
             */
            file_ids: string[];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ProofOut */
        ProofOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Evidence Id
             * Format: uuid
             */
            evidence_id: string;
            kind: components["schemas"]["EvidenceKind"];
            party: components["schemas"]["Party"];
            /** Note */
            note: string;
            /** Files */
            files: components["schemas"]["xiaoer__aftersales__schemas__parts__FileOut"][];
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * ProposalIn
         * @description Another amount or kind for the case.
         */
        ProposalIn: {
            /** Version */
            version: number;
            /** Cents */
            cents: number;
            kind?: components["schemas"]["CaseKind"] | null;
            /**
             * Words
             * @default
             */
            words: string;
        };
        /**
         * Published
         * @description What a customer may read: always the versions in force.
         */
        Published: {
            /** Shop */
            shop: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Tables */
            tables: components["schemas"]["PublishedTable"][];
        };
        /** PublishedTable */
        PublishedTable: {
            /** Table */
            table: string;
            /** Number */
            number: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Title */
            title: {
                [key: string]: string;
            };
            /** About */
            about: {
                [key: string]: string;
            } | null;
            /** Example */
            example: boolean;
            /** As Of */
            as_of: string | null;
            /** Clauses */
            clauses: {
                [key: string]: string;
            }[];
        };
        /**
         * Purpose
         * @enum {string}
         */
        "Purpose-Input": "service" | "marketing";
        /** PushedOut */
        PushedOut: {
            /** New */
            new: number;
            /** Known */
            known: number;
            /** Stray */
            stray: number;
        };
        /**
         * Queue
         * @description Where staff find a case.
         * @enum {string}
         */
        Queue: "unshipped" | "shipped" | "returns" | "receive" | "ship_out" | "customer" | "money" | "disputes" | "failed";
        /**
         * QueueList
         * @description `second`: how many wait for a second person's approval.
         */
        QueueList: {
            /** Items */
            items: components["schemas"]["xiaoer__aftersales__schemas__cases__QueueOut"][];
            /** Second */
            second: number;
        };
        /** QueuesOut */
        QueuesOut: {
            /** Addresses */
            addresses: number;
            /** Cod */
            cod: number;
            /** Unpaid */
            unpaid: number;
            /** Ratings */
            ratings: number;
        };
        /** QuoteLine */
        QuoteLine: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Cents */
            cents: number;
            /** Replacement Cents */
            replacement_cents: number | null;
        };
        /**
         * QuoteOut
         * @description Exactly what a request would come to. Nothing is kept.
         */
        QuoteOut: {
            kind: components["schemas"]["CaseKind"];
            phase: components["schemas"]["Phase"];
            /** Decision */
            decision: string | null;
            /** Row */
            row: string | null;
            /** Code */
            code: string | null;
            /** Currency */
            currency: string;
            /** Cents */
            cents: number;
            /** Max Cents */
            max_cents: number;
            /** Gross Cents */
            gross_cents: number;
            /** Freight Cents */
            freight_cents: number;
            /** Deductions */
            deductions: components["schemas"]["xiaoer__aftersales__schemas__parts__DeductionOut"][];
            /** Points */
            points: number;
            /** Due Cents */
            due_cents: number;
            /** Freight Payer */
            freight_payer: string;
            /** Must Return */
            must_return: boolean;
            /** Reasonable */
            reasonable: boolean;
            /** Missing Evidence */
            missing_evidence: components["schemas"]["EvidenceKind"][];
            /** Standards */
            standards: components["schemas"]["StandardOut"][];
            /** Steps */
            steps: components["schemas"]["StepAhead"][];
            /** Lines */
            lines: components["schemas"]["QuoteLine"][];
            /** Ways */
            ways: components["schemas"]["BackOut"][];
        };
        /** RateIn */
        RateIn: {
            /** Order Ids */
            order_ids: string[];
            /** Text */
            text: string;
            /**
             * Recommends
             * @default false
             */
            recommends: boolean;
        };
        /** RatedOut */
        RatedOut: {
            /** Rated */
            rated: number;
        };
        /**
         * RatingIn
         * @description 1: not at all content, 5: very.
         */
        RatingIn: {
            /** Score */
            score: number;
            /**
             * Comment
             * @default
             */
            comment: string;
        };
        /** RatingList */
        RatingList: {
            /** Templates */
            templates: string[];
            /** Items */
            items: components["schemas"]["RatingOut"][];
        };
        /** RatingOut */
        RatingOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Order No */
            order_no: string;
            /** Customer */
            customer: string | null;
            /**
             * Completed At
             * Format: date-time
             */
            completed_at: string;
            /** State */
            state: string;
            /** Text */
            text: string | null;
            /** By */
            by: string | null;
        };
        /** ReadIn */
        ReadIn: {
            /** Seq */
            seq: number;
        };
        /** ReadSet */
        ReadSet: {
            /** Seq */
            seq: number;
        };
        /** ReadingList */
        ReadingList: {
            /** Items */
            items: components["schemas"]["ReadingOut"][];
            /** Next */
            next?: null;
        };
        /** ReadingOut */
        ReadingOut: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Agent Name */
            agent_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * ReadyOut
         * @description Words to be put into the reply.
         */
        ReadyOut: {
            /**
             * Phrase Id
             * Format: uuid
             */
            phrase_id: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
        };
        /**
         * Reason
         * @enum {string}
         */
        "Reason-Output": "no_reason" | "dislike" | "no_longer_needed" | "wrong_order" | "size_mismatch_desc" | "color_mismatch_desc" | "quality_defect" | "damaged_in_transit" | "wrong_item" | "missing_item" | "missing_parts" | "empty_parcel" | "not_received" | "late_ship" | "late_delivery" | "counterfeit" | "expired_goods" | "safety" | "price_drop" | "overcharge" | "duplicate_order" | "warranty_fault" | "invoice_issue" | "agreed_with_merchant";
        /** ReasonIn */
        ReasonIn: {
            /** Reason */
            reason: string;
        };
        /** ReasonList */
        ReasonList: {
            /** Items */
            items: components["schemas"]["xiaoer__conversations__schemas__around__ReasonOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * ReceiptIn
         * @description What was found in the parcel; photos where something is not accepted.
         */
        ReceiptIn: {
            /** Version */
            version: number;
            /** Lines */
            lines: components["schemas"]["InspectedIn"][];
            /**
             * File Ids
             * @default []
             */
            file_ids: string[];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ReceiptRefusalIn */
        ReceiptRefusalIn: {
            /** Version */
            version: number;
            /** Words */
            words: string;
            /**
             * Evidence
             * @default []
             */
            evidence: components["schemas"]["ProofIn"][];
        };
        /**
         * Receiver
         * @enum {string}
         */
        Receiver: "warehouse" | "courier";
        /** ReceiverOut */
        ReceiverOut: {
            /** Name Masked */
            name_masked: string;
            /** Phone Masked */
            phone_masked: string;
            /** Address Masked */
            address_masked: string;
        };
        /** RecoveryEnd */
        RecoveryEnd: {
            /**
             * How
             * @enum {string}
             */
            how: "recovered" | "written_off";
            /** Note */
            note: string;
        };
        /** RecoveryList */
        RecoveryList: {
            /** Items */
            items: components["schemas"]["RecoveryOut"][];
        };
        /**
         * RecoveryOut
         * @description `due_at`: until when somebody has to have seen to it.
         */
        RecoveryOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Case Number */
            case_number: number;
            /** Order No */
            order_no: string;
            /** Customer Id */
            customer_id: string | null;
            /** Customer Name */
            customer_name: string;
            /** Currency */
            currency: string;
            /** Cents */
            cents: number;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Reminders */
            reminders: number;
            /** Reminded At */
            reminded_at: string | null;
            /** Why */
            why: string;
            state: components["schemas"]["RecoveryState"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Ended At */
            ended_at: string | null;
            /** Note */
            note: string;
        };
        /**
         * RecoveryState
         * @enum {string}
         */
        RecoveryState: "open" | "recovered" | "written_off";
        /** Ref */
        Ref: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** RefOut */
        RefOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** RefundableOut */
        RefundableOut: {
            /** Currency */
            currency: string;
            /** Captured Cents */
            captured_cents: number;
            /** Reserved Cents */
            reserved_cents: number;
            /** Settled Cents */
            settled_cents: number;
            /** Left Cents */
            left_cents: number;
            /** Freight Left Cents */
            freight_left_cents: number;
            /** Units */
            units: components["schemas"]["UnitOut"][];
        };
        /**
         * RefusalCause
         * @enum {string}
         */
        RefusalCause: "price_surprise" | "changed_mind" | "other";
        /** RefusalOut */
        RefusalOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /** RemarkIn */
        RemarkIn: {
            type: components["schemas"]["RemarkType"];
            /** Old Value */
            old_value?: string | null;
            /** New Value */
            new_value?: string | null;
            /**
             * Text
             * @default
             */
            text: string;
            flag?: components["schemas"]["Flag"] | null;
            /** Source Message Id */
            source_message_id?: string | null;
        };
        /** RemarkOut */
        RemarkOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            type: components["schemas"]["RemarkType"];
            /** Old Value */
            old_value: string | null;
            /** New Value */
            new_value: string | null;
            /** Text */
            text: string;
            flag: components["schemas"]["Flag"] | null;
            author: components["schemas"]["AuthorOut"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Source Message Id */
            source_message_id: string | null;
        };
        /**
         * RemarkType
         * @description What changed (MEM-1).
         * @enum {string}
         */
        RemarkType: "address" | "receiver" | "sku" | "quantity" | "ship_time" | "invoice" | "gift" | "price" | "packaging" | "other";
        /** RemindIn */
        RemindIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Order Ids */
            order_ids: string[];
            receiver: components["schemas"]["Receiver"];
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Ack Minutes
             * @default 120
             */
            ack_minutes: number;
            /**
             * Done Hours
             * @default 8
             */
            done_hours: number;
        };
        /**
         * ReminderList
         * @description Reminders with how many orders each is about.
         */
        ReminderList: {
            /** Items */
            items: components["schemas"]["ReminderOut"][];
        };
        /** ReminderOut */
        ReminderOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
            receiver: components["schemas"]["Receiver"];
            /** Warehouse Id */
            warehouse_id: string | null;
            /** Courier */
            courier: string;
            /** Note */
            note: string;
            /** Sent By */
            sent_by: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /**
             * Ack By
             * Format: date-time
             */
            ack_by: string;
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Escalated At */
            escalated_at: string | null;
            /** Difficulty */
            difficulty: string;
            /** Proposed At */
            proposed_at: string | null;
            /** Answered By */
            answered_by: string;
            /** Plan */
            plan: string;
            /** Agreed At */
            agreed_at: string | null;
            cause: components["schemas"]["Cause"] | null;
            /** Action */
            action: string;
            /** Result */
            result: string;
            /** Lesson */
            lesson: string;
            /** Closed At */
            closed_at: string | null;
            /** Closed By */
            closed_by: string;
            /** Orders */
            orders: number;
        };
        /** RemindersOut */
        RemindersOut: {
            /** Items */
            items: components["schemas"]["ReminderOut"][];
        };
        /** RenderedOut */
        RenderedOut: {
            /** Text */
            text: string;
            /** Missing */
            missing: string[];
        };
        /** ReopeningIn */
        ReopeningIn: {
            /** Reason */
            reason: string;
        };
        /** ReplayIn */
        ReplayIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
        };
        /** ReplayList */
        ReplayList: {
            /** Items */
            items: components["schemas"]["ReplayOut"][];
            /** Next */
            next?: null;
        };
        /** ReplayOut */
        ReplayOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Version Id
             * Format: uuid
             */
            version_id: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            state: components["schemas"]["ReplayState"];
            /** Total */
            total: number;
            /** Done */
            done: number;
            /** Report */
            report: {
                [key: string]: unknown;
            } | null;
            /** Changes */
            changes: string[];
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Finished At */
            finished_at: string | null;
        };
        /**
         * ReplayState
         * @enum {string}
         */
        ReplayState: "waiting" | "running" | "done" | "failed";
        /**
         * RequestIn
         * @description What is asked for. Without `cents`: all that can go back.
         */
        RequestIn: {
            kind: components["schemas"]["CaseKind"];
            reason: components["schemas"]["xiaoer__aftersales__models__words__Reason"];
            /** Lines */
            lines: components["schemas"]["WantedIn"][];
            /**
             * Text
             * @default
             */
            text: string;
            /** Got Goods */
            got_goods?: ("received" | "not" | "refused") | null;
            /** Condition */
            condition?: ("intact" | "worn" | "damaged" | "incomplete" | "defective") | null;
            /** Cents */
            cents?: number | null;
            /** Currency */
            currency?: string | null;
            /** Instrument Id */
            instrument_id?: string | null;
            return_method?: components["schemas"]["ReturnMethod"] | null;
            pickup?: components["schemas"]["PickupIn"] | null;
            /**
             * Evidence
             * @default []
             */
            evidence: components["schemas"]["ProofIn"][];
        };
        /**
         * Resolution
         * @enum {string}
         */
        Resolution: "accepted" | "declined";
        /** ResolutionIn */
        ResolutionIn: {
            resolution: components["schemas"]["Resolution"];
            /**
             * Answer
             * @default
             */
            answer: string;
        };
        /**
         * Responsible
         * @description Whose fault it is, as whoever handles a dispute judges (KP4-11).
         * @enum {string}
         */
        Responsible: "merchant" | "customer" | "unclear";
        /** RestIn */
        RestIn: {
            /**
             * Minutes
             * @default 10
             */
            minutes: number;
        };
        /** RestOut */
        RestOut: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** RetainedOut */
        RetainedOut: {
            /** Case Ids */
            case_ids: string[];
            /** Key */
            key: string;
            /** Attempts */
            attempts: number;
            /** Accepted */
            accepted: number;
            /** Declined */
            declined: number;
            /** Expired */
            expired: number;
            /** Success Bp */
            success_bp: number;
            /** Cost Cents */
            cost_cents: number;
            /** Saved Cents */
            saved_cents: number;
        };
        /** RetentionIn */
        RetentionIn: {
            /** Version */
            version: number;
            kind: components["schemas"]["OfferKind"];
        };
        /**
         * RetentionOut
         * @description What may be offered for keeping the order; with nothing to offer, why.
         */
        RetentionOut: {
            /** Offers */
            offers: components["schemas"]["OfferableOut"][];
            why: components["schemas"]["Both"] | null;
        };
        /** RetentionReport */
        RetentionReport: {
            window: components["schemas"]["WindowOut"];
            rule: components["schemas"]["Both"];
            /** Currency */
            currency: string;
            /** Items */
            items: components["schemas"]["RetainedOut"][];
        };
        /**
         * ReturnCard
         * @description The return guarantee card, to be printed or laid into the parcel.
         */
        ReturnCard: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * ReturnMethod
         * @enum {string}
         */
        ReturnMethod: "self_ship" | "pick_up" | "drop_off";
        /** ReturnTimes */
        ReturnTimes: {
            window: components["schemas"]["WindowOut"];
            rule: components["schemas"]["Both"];
            /** Currency */
            currency: string;
            /** Items */
            items: components["schemas"]["LegTimesOut"][];
            /** Days */
            days: components["schemas"]["LegDayOut"][];
        };
        /**
         * RevealItem
         * @description Who looked at what, and why.
         */
        RevealItem: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Agent Id */
            agent_id: string | null;
            field: components["schemas"]["PersonalField"];
            /** Reason */
            reason: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** RevealList */
        RevealList: {
            /** Items */
            items: components["schemas"]["RevealItem"][];
            /** Next */
            next?: null;
        };
        /** RevealNew */
        RevealNew: {
            field: components["schemas"]["PersonalField"];
            /** Reason */
            reason: string;
            /** Address Id */
            address_id?: string | null;
        };
        /** RevealOut */
        RevealOut: {
            /** Value */
            value: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * ReviewReason
         * @description Why an article is to be looked at again.
         * @enum {string}
         */
        ReviewReason: "overdue" | "policy";
        /**
         * RevisionIn
         * @description Asked once more after a refusal.
         */
        RevisionIn: {
            /** Version */
            version: number;
            /** Cents */
            cents?: number | null;
            kind?: components["schemas"]["CaseKind"] | null;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** RoleChange */
        RoleChange: {
            /** Name Zh */
            name_zh?: string | null;
            /** Name En */
            name_en?: string | null;
            /** Permissions */
            permissions?: string[] | null;
        };
        /** RoleList */
        RoleList: {
            /** Items */
            items: components["schemas"]["RoleOut"][];
            /** Permissions */
            permissions: string[];
            /** Next */
            next?: string | null;
        };
        /** RoleNew */
        RoleNew: {
            /** Code */
            code: string;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
            /** Permissions */
            permissions: string[];
        };
        /** RoleOut */
        RoleOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
            /** Permissions */
            permissions: string[];
            /** Builtin */
            builtin: boolean;
        };
        /**
         * Row
         * @description A conversation in a list. The clock counts from `waiting_since`: amber at `target_sec` times
         *     `amber_ratio`, red at `target_sec`. Of two with one id the higher `version` is the newer.
         */
        Row: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Shop Name */
            shop_name: string;
            /** Channel */
            channel: string;
            state: components["schemas"]["State"];
            stage: components["schemas"]["xiaoer__conversations__models__states__Stage"] | null;
            priority: components["schemas"]["Priority"];
            customer: components["schemas"]["CustomerRef"];
            assignee: components["schemas"]["RefOut"] | null;
            group: components["schemas"]["RefOut"] | null;
            /** Queue Position */
            queue_position: number | null;
            last_message: components["schemas"]["LastMessageOut"] | null;
            /** Unread */
            unread: number;
            /** Waiting Since */
            waiting_since: string | null;
            /** Target Sec */
            target_sec: number;
            /** Amber Ratio */
            amber_ratio: number;
            /** Snoozed Until */
            snoozed_until: string | null;
            /** Closed Reason */
            closed_reason: string | null;
            /** Tags */
            tags: string[];
            /** Order No */
            order_no: string | null;
            hold: components["schemas"]["RowHold"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * RowHold
         * @description The customer was asked to wait until then; `late`: that time has passed.
         */
        RowHold: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Late */
            late: boolean;
        };
        /**
         * RowIn
         * @description `revision`: the one that was looked at while writing.
         */
        RowIn: {
            /** Row */
            row: {
                [key: string]: unknown;
            };
            /** Position */
            position?: number | null;
            /** Revision */
            revision?: number | null;
        };
        /** RowPage */
        RowPage: {
            /** Items */
            items: components["schemas"]["Row"][];
            /** Next */
            next: string | null;
        };
        /**
         * RuleRun
         * @description `appeal_until` where the platform says it; else the playbook's days count.
         */
        RuleRun: {
            ruling: components["schemas"]["Ruling"];
            /**
             * Note
             * @default
             */
            note: string;
            /** Cost Cents */
            cost_cents?: number | null;
            /** Appeal Until */
            appeal_until?: string | null;
        };
        /**
         * Ruling
         * @description How the platform judged a run that was contested, from our side.
         * @enum {string}
         */
        Ruling: "won" | "partly" | "lost";
        /** RulingIn */
        RulingIn: {
            /** Version */
            version: number;
            ruled_for: components["schemas"]["Party"];
            /** Words */
            words: string;
            /** Cents */
            cents?: number | null;
            /**
             * Return First
             * @default false
             */
            return_first: boolean;
        };
        /**
         * RunAnswerOut
         * @description `fits`: what is known already speaks for it.
         */
        RunAnswerOut: {
            /** Code */
            code: string;
            label: components["schemas"]["BothOut"];
            /** Fits */
            fits: boolean;
        };
        /** RunLine */
        RunLine: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Playbook */
            playbook: string;
            title: components["schemas"]["BothOut"];
            subject: components["schemas"]["SubjectRef"];
            branch: components["schemas"]["BranchOut"] | null;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Started By */
            started_by: string;
            /** Finished At */
            finished_at: string | null;
            /** Finished By */
            finished_by: string | null;
            /** Result */
            result: string | null;
            ruling: components["schemas"]["Ruling"] | null;
            /** Appeal Until */
            appeal_until: string | null;
        };
        /** RunList */
        RunList: {
            /** Items */
            items: components["schemas"]["RunLine"][];
            /** Next */
            next?: null;
        };
        /**
         * RunOut
         * @description A run on one page: where it stands, what to say, what is proved, how it may end.
         */
        RunOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Playbook */
            playbook: string;
            title: components["schemas"]["BothOut"];
            subject: components["schemas"]["SubjectRef"];
            branch: components["schemas"]["BranchOut"] | null;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Started By */
            started_by: string;
            /** Finished At */
            finished_at: string | null;
            /** Finished By */
            finished_by: string | null;
            /** Result */
            result: string | null;
            ruling: components["schemas"]["Ruling"] | null;
            /** Appeal Until */
            appeal_until: string | null;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Sha256 */
            sha256: string;
            /** Facts */
            facts: {
                [key: string]: string;
            };
            step: components["schemas"]["RunStepOut"] | null;
            /** Ahead */
            ahead: number;
            /** Taken */
            taken: components["schemas"]["xiaoer__playbooks__schemas__runs__TakenOut"][];
            checklist: components["schemas"]["Checklist"];
            /** Results */
            results: components["schemas"]["RunResultOut"][];
            /** Note */
            note: string;
            /** Cost Cents */
            cost_cents: number | null;
        };
        /**
         * RunResultOut
         * @description `contests`: a ruling follows. `blocked`: it must be proved, and mandatory evidence is
         *     missing.
         */
        RunResultOut: {
            /** Code */
            code: string;
            label: components["schemas"]["BothOut"];
            /** Contests */
            contests: boolean;
            /** Proved */
            proved: boolean;
            /** Blocked */
            blocked: boolean;
        };
        /** RunStepOut */
        RunStepOut: {
            /** Code */
            code: string;
            title: components["schemas"]["BothOut"];
            do: components["schemas"]["BothOut"] | null;
            /** Words */
            words: components["schemas"]["WordsOut"][];
            /** Answers */
            answers: components["schemas"]["RunAnswerOut"][];
        };
        /** Said */
        Said: {
            /** Text */
            text: string;
        };
        /** SaidOut */
        SaidOut: {
            /** Seq */
            seq: number;
            /** Text */
            text: string;
        };
        /** Say */
        Say: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Kind
             * @default reply
             * @enum {string}
             */
            kind: "reply" | "note";
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Attachment Ids
             * @default []
             */
            attachment_ids: string[];
            /** Phrase Id */
            phrase_id?: string | null;
        };
        /** ScanIn */
        ScanIn: {
            /** Courier */
            courier: string;
            /** Tracking No */
            tracking_no: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string;
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Place
             * @default
             */
            place: string;
        };
        /** ScansIn */
        ScansIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Scans */
            scans: components["schemas"]["ScanIn"][];
        };
        /** SectionOut */
        SectionOut: {
            /** Key */
            key: string;
            /** Heading */
            heading: string;
            /** Text */
            text: string;
        };
        /** Seen */
        Seen: {
            /** Version */
            version: number;
        };
        /** SentenceOut */
        SentenceOut: {
            /** Text */
            text: string;
        };
        /**
         * SetUp
         * @description What the owner tells us on the first start.
         */
        SetUp: {
            /** Token */
            token: string;
            /** Shop Code */
            shop_code: string;
            /** Shop Name */
            shop_name: string;
            /** Name */
            name: string;
            /** Login */
            login: string;
            /** Password */
            password: string;
            /**
             * Timezone
             * @default Asia/Shanghai
             */
            timezone: string;
            /**
             * Currency
             * @default CNY
             */
            currency: string;
            /**
             * Locale
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
        };
        /** SettingsIn */
        SettingsIn: {
            /** Frame Ancestors */
            frame_ancestors: string[];
        };
        /** SettingsOut */
        SettingsOut: {
            /** Frame Ancestors */
            frame_ancestors: string[];
            /** Vouching Secret */
            vouching_secret: string;
            /** Snippet */
            snippet: string;
        };
        /** SettlementIn */
        SettlementIn: {
            /** Version */
            version: number;
            /** Cents */
            cents: number;
            /** Words */
            words: string;
        };
        /**
         * ShareOut
         * @description `on_time`: of those decided, 0 … 1. Seconds.
         */
        ShareOut: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Name */
            name: string;
            /** Begun */
            begun: number;
            /** Kept */
            kept: number;
            /** Late */
            late: number;
            /** Never Answered */
            never_answered: number;
            /** Extensions */
            extensions: number;
            /** Average Over Sec */
            average_over_sec: number | null;
            /** On Time */
            on_time: number | null;
        };
        /** SharesOut */
        SharesOut: {
            /** Items */
            items: components["schemas"]["ShareOut"][];
        };
        /** ShippedIn */
        ShippedIn: {
            /** Version */
            version: number;
            /** Carrier */
            carrier: string;
            /** Tracking No */
            tracking_no: string;
        };
        /** ShopSwitches */
        ShopSwitches: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Features */
            features: {
                [key: string]: boolean;
            };
        };
        /** SignInList */
        SignInList: {
            /** Items */
            items: components["schemas"]["SignInOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * SignInOut
         * @description A browser this person is signed in with.
         */
        SignInOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Address */
            address: string;
            /** Device */
            device: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /** SkuOut */
        SkuOut: {
            /** Page Stock */
            page_stock: number | null;
            /** Actual Stock */
            actual_stock: number | null;
            /** Page Synced At */
            page_synced_at: string | null;
            /** Actual Synced At */
            actual_synced_at: string | null;
            /** Synced At */
            synced_at: string | null;
            /** Difference */
            difference: number | null;
            /** Flagged */
            flagged: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string | null;
            /** Spec */
            spec: string;
            /** Price Cents */
            price_cents: number;
            /** Currency */
            currency: string;
            /** Image Url */
            image_url: string | null;
            /** On Sale */
            on_sale: boolean;
        };
        /** Snooze */
        Snooze: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * SourceOut
         * @description A phrase, an article, or the answer in another talk.
         */
        SourceOut: {
            /** Phrase Id */
            phrase_id?: string | null;
            /** Article Id */
            article_id?: string | null;
            /** Version */
            version?: number | null;
            /** Uses */
            uses?: number | null;
            /** Conversation Id */
            conversation_id?: string | null;
            /** Number */
            number?: number | null;
            /** By */
            by?: string | null;
            /** At */
            at?: string | null;
        };
        /**
         * StaffRequestIn
         * @description With `override_reason` and the right to it, what policy refuses is asked for all the same.
         */
        StaffRequestIn: {
            kind: components["schemas"]["CaseKind"];
            reason: components["schemas"]["xiaoer__aftersales__models__words__Reason"];
            /** Lines */
            lines: components["schemas"]["WantedIn"][];
            /**
             * Text
             * @default
             */
            text: string;
            /** Got Goods */
            got_goods?: ("received" | "not" | "refused") | null;
            /** Condition */
            condition?: ("intact" | "worn" | "damaged" | "incomplete" | "defective") | null;
            /** Cents */
            cents?: number | null;
            /** Currency */
            currency?: string | null;
            /** Instrument Id */
            instrument_id?: string | null;
            return_method?: components["schemas"]["ReturnMethod"] | null;
            pickup?: components["schemas"]["PickupIn"] | null;
            /**
             * Evidence
             * @default []
             */
            evidence: components["schemas"]["ProofIn"][];
            /**
             * Override Reason
             * @default
             */
            override_reason: string;
        };
        /**
         * Stage
         * @description 售前, 售中, 售后.
         * @enum {string}
         */
        "Stage-Input": "presale" | "insale" | "aftersale";
        /** StageSet */
        StageSet: {
            stage: components["schemas"]["Stage-Input"] | null;
        };
        /**
         * StandardOut
         * @description A clause that counts for a request, in words; without `id` it is said to this customer.
         */
        StandardOut: {
            /** Id */
            id: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * Standing
         * @description Which phrases a list shows.
         * @enum {string}
         */
        Standing: "holds" | "all" | "due" | "expired" | "retired";
        /**
         * StandingOut
         * @description Where a case stands in the tree of disputes (DSP-1): its branch, what is to be done or asked
         *     next with the words to say, and the proof it asks for. `missing`: mandatory and not there.
         *     `advice`: what to do about a dispute that was not answered yet.
         */
        StandingOut: {
            /** Branch */
            branch: string | null;
            title: components["schemas"]["Both"] | null;
            step: components["schemas"]["TreeStep"] | null;
            /** Items */
            items: components["schemas"]["TreeItem"][];
            /** Missing */
            missing: string[];
            responsible: components["schemas"]["Responsible"] | null;
            /** Advice */
            advice: ("judge" | "agree" | "contest" | "settle") | null;
        };
        /**
         * Standstill
         * @description What a parcel without news is suspected of.
         * @enum {string}
         */
        Standstill: "unscanned" | "no_trace" | "stalled";
        /**
         * StartRun
         * @description `shop_id` only where no room here says which shop such a subject belongs to.
         */
        StartRun: {
            /** Playbook */
            playbook: string;
            subject: components["schemas"]["SubjectRef"];
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: boolean | string | null;
            };
            /** Shop Id */
            shop_id?: string | null;
        };
        /**
         * State
         * @enum {string}
         */
        State: "open" | "snoozed" | "closed";
        /**
         * StatsOut
         * @description Seconds; a turn goes from the first unanswered question to the first answer by a person.
         */
        StatsOut: {
            /** First Response Sec */
            first_response_sec: number | null;
            /** Avg Response Sec */
            avg_response_sec: number | null;
            /** Turns */
            turns: number;
            /** Waiting Sec */
            waiting_sec: number | null;
        };
        /**
         * StepAhead
         * @description A state on the way. `silent`: whose turn it is; `action`: what happens by itself after
         *     `hours`.
         */
        StepAhead: {
            state: components["schemas"]["CaseState"];
            /** Hours */
            hours: number;
            /** Silent */
            silent: string;
            /** Action */
            action: string;
        };
        /** StockOut */
        StockOut: {
            /** Page Stock */
            page_stock: number | null;
            /** Actual Stock */
            actual_stock: number | null;
            /** Page Synced At */
            page_synced_at: string | null;
            /** Actual Synced At */
            actual_synced_at: string | null;
            /** Synced At */
            synced_at: string | null;
            /** Difference */
            difference: number | null;
            /** Flagged */
            flagged: boolean;
        };
        /** StoppingList */
        StoppingList: {
            /** Items */
            items: components["schemas"]["StoppingOut"][];
        };
        /** StoppingOut */
        StoppingOut: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            /** Order No */
            order_no: string;
            kind: components["schemas"]["CaseKind"];
            reason: components["schemas"]["Reason-Output"];
            /** Version */
            version: number;
            state: components["schemas"]["CaseState"];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Deadline At */
            deadline_at: string | null;
            /** Deadline Action */
            deadline_action: string;
            /** Articles */
            articles: components["schemas"]["xiaoer__aftersales__schemas__warehouse__ArticleOut"][];
            /** Carrier */
            carrier: string;
            /** Tracking No */
            tracking_no: string;
            stop: components["schemas"]["InterceptionState"];
            /** By Name */
            by_name: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
        };
        /** StoryOut */
        StoryOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Kind */
            kind: string;
            actor: components["schemas"]["ActorOut"];
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Auto */
            auto: boolean;
        };
        /** StoryPage */
        StoryPage: {
            /** Items */
            items: components["schemas"]["StoryOut"][];
            /** Next */
            next: string | null;
        };
        /** SubjectRef */
        SubjectRef: {
            /** Type */
            type: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * SubjectType
         * @description What the evidence is about.
         * @enum {string}
         */
        SubjectType: "conversation" | "order" | "review" | "refund" | "parcel";
        /** SubmitAppeal */
        SubmitAppeal: {
            /** Statement */
            statement: string;
            /** Evidence Ids */
            evidence_ids: string[];
        };
        /** SuggestionOut */
        SuggestionOut: {
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            source: components["schemas"]["SourceOut"];
            /** Missing */
            missing: string[];
        };
        /** SummaryOut */
        SummaryOut: {
            /** Wants */
            wants: components["schemas"]["SaidOut"][];
            /** Unanswered */
            unanswered: components["schemas"]["SaidOut"][];
        };
        /**
         * SurroundingsOut
         * @description What stands around a case, asked for apart so that the case itself is there at once.
         */
        SurroundingsOut: {
            standing: components["schemas"]["StandingOut"] | null;
            position: components["schemas"]["PositionOut"] | null;
            /** Legs */
            legs: components["schemas"]["LegOut"][];
            /** Notices */
            notices: components["schemas"]["CaseNoticeOut"][];
            /** Guides */
            guides: components["schemas"]["xiaoer__aftersales__schemas__caring__GuideOut"][];
            /** Guide Offers */
            guide_offers: components["schemas"]["GuideOffer"][];
            feedback: components["schemas"]["FeedbackOut"] | null;
            reminder: components["schemas"]["Both"] | null;
            credit: components["schemas"]["CreditOut"];
            retention: components["schemas"]["RetentionOut"] | null;
        };
        /** SuspensionIn */
        SuspensionIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Reason */
            reason: string;
            /** Source */
            source?: string | null;
        };
        /** SuspensionOut */
        SuspensionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Reason */
            reason: string;
            /** Source */
            source: string | null;
        };
        /**
         * SwapIn
         * @description So many units of a line become another article; without `qty`: the whole line.
         */
        SwapIn: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /**
             * Sku Id
             * Format: uuid
             */
            sku_id: string;
            /** Qty */
            qty?: number | null;
        };
        /**
         * Switch
         * @description An automation as it stands now.
         */
        Switch: {
            /** Code */
            code: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** On */
            on: boolean;
            /** Recommended */
            recommended: boolean;
            /** Daily Limit */
            daily_limit: number | null;
            state: components["schemas"]["SwitchState"] | null;
            /** Reason */
            reason: string;
            /** Set By */
            set_by: string;
            /** Set At */
            set_at: string | null;
        };
        /** SwitchIn */
        SwitchIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            state: components["schemas"]["SwitchState"];
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Daily Limit */
            daily_limit?: number | null;
        };
        /** SwitchSet */
        SwitchSet: {
            /** On */
            on: boolean;
        };
        /**
         * SwitchState
         * @enum {string}
         */
        SwitchState: "on" | "off" | "killed";
        /**
         * TakeStep
         * @description `answer` where the step asks.
         */
        TakeStep: {
            /** Step */
            step: string;
            /** Answer */
            answer?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * TalkOut
         * @description The head of the visitor's talk. `queued` without `queue`: the place was not counted.
         */
        TalkOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /** State */
            state: string;
            agent: components["schemas"]["NamedOut"] | null;
            /** Queued */
            queued: boolean;
            queue?: components["schemas"]["xiaoer__channels__webchat__schemas__QueueOut"] | null;
            /** Staff Delivered Seq */
            staff_delivered_seq: number;
            /** Staff Read Seq */
            staff_read_seq: number;
            /** Hold Until */
            hold_until: string | null;
        };
        /** TalkWithMessagesOut */
        TalkWithMessagesOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /** State */
            state: string;
            agent: components["schemas"]["NamedOut"] | null;
            /** Queued */
            queued: boolean;
            queue?: components["schemas"]["xiaoer__channels__webchat__schemas__QueueOut"] | null;
            /** Staff Delivered Seq */
            staff_delivered_seq: number;
            /** Staff Read Seq */
            staff_read_seq: number;
            /** Hold Until */
            hold_until: string | null;
            /** Messages */
            messages: components["schemas"]["xiaoer__channels__webchat__schemas__MessageOut"][];
            /** More */
            more: boolean;
        };
        /** TaskDetail */
        TaskDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Description */
            description: string;
            state: components["schemas"]["TaskState"];
            subject: components["schemas"]["xiaoer__tasks__schemas__Subject"] | null;
            assignee: components["schemas"]["Ref"] | null;
            group: components["schemas"]["Ref"] | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Overdue */
            overdue: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Result */
            result: string;
            /** Comments */
            comments: components["schemas"]["CommentOut"][];
        };
        /** TaskOut */
        TaskOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Description */
            description: string;
            state: components["schemas"]["TaskState"];
            subject: components["schemas"]["xiaoer__tasks__schemas__Subject"] | null;
            assignee: components["schemas"]["Ref"] | null;
            group: components["schemas"]["Ref"] | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Overdue */
            overdue: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Result */
            result: string;
        };
        /** TaskPage */
        TaskPage: {
            /** Items */
            items: components["schemas"]["TaskOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * TaskState
         * @enum {string}
         */
        TaskState: "open" | "acknowledged" | "done" | "cancelled";
        /**
         * TaskStep
         * @description Something that happened to a task; `assignee` names who was to do it from then on.
         */
        TaskStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Kind */
            kind: string;
            /** By */
            by: string;
            /** Auto */
            auto: boolean;
            /** Assignee */
            assignee: string | null;
            /** Due At */
            due_at?: string | null;
            /** Before */
            before?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Result
             * @default
             */
            result: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** TaskStory */
        TaskStory: {
            /** Items */
            items: components["schemas"]["TaskStep"][];
            /** Next */
            next: string | null;
        };
        /**
         * TellIn
         * @description Tell the customers of these orders: whose delay it is, why, and the new time.
         */
        TellIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Order Ids */
            order_ids: string[];
            cause: components["schemas"]["Cause"];
            /** Reason */
            reason: string;
            /**
             * Expected At
             * Format: date-time
             */
            expected_at: string;
        };
        /** TemplateIn */
        TemplateIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Code */
            code: string;
            /**
             * Locale
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
            /** Text */
            text: string;
            /** @default service */
            purpose: components["schemas"]["Purpose-Input"];
            /**
             * Urgent
             * @default false
             */
            urgent: boolean;
        };
        /** TemplateList */
        TemplateList: {
            /** Items */
            items: components["schemas"]["TemplateOut"][];
            /** House */
            house: components["schemas"]["HouseWords"][];
            /** Next */
            next?: null;
        };
        /** TemplateOut */
        TemplateOut: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Code */
            code: string;
            /**
             * Locale
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
            /** Text */
            text: string;
            /** @default service */
            purpose: components["schemas"]["xiaoer__notices__models__Purpose"];
            /**
             * Urgent
             * @default false
             */
            urgent: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** TenseList */
        TenseList: {
            /** Items */
            items: components["schemas"]["TenseOut"][];
        };
        /** TenseOut */
        TenseOut: {
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Moods */
            moods: string[];
            /** Risk */
            risk: number;
        };
        /** TermOut */
        TermOut: {
            /** Name */
            name: string;
            /** Type */
            type: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** Values */
            values: string[];
        };
        /**
         * Theme
         * @enum {string}
         */
        Theme: "light" | "dark" | "auto";
        /**
         * Threat
         * @description Why an order is expected to miss its deadline (SHP-3).
         * @enum {string}
         */
        Threat: "no_stock" | "backlog" | "courier_stopped";
        /** Threshold */
        Threshold: {
            /** Pieces */
            pieces: number;
        };
        /**
         * TogetherIn
         * @description Requests about several orders of one shop: all of them, or none.
         */
        TogetherIn: {
            /** Requests */
            requests: components["schemas"]["OrderRequestIn"][];
        };
        /** ToldOut */
        ToldOut: {
            /** Told */
            told: number;
            /** Unreached */
            unreached: components["schemas"]["UnreachedOut"][];
        };
        /** TopicList */
        TopicList: {
            /** Items */
            items: components["schemas"]["TopicName"][];
        };
        /** TopicName */
        TopicName: {
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
        };
        /** TopicOut */
        TopicOut: {
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Share */
            share: number;
            /** By Hand */
            by_hand: boolean;
        };
        /** TopicSet */
        TopicSet: {
            /** Topic */
            topic: string;
        };
        /** TrackingOut */
        TrackingOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string;
            node: components["schemas"]["Node"];
            /** Text */
            text: string;
            /** Place */
            place: string;
        };
        /**
         * TreeItem
         * @description `add`: put forward as this, a file counts for it; None: somebody says what proves it.
         */
        TreeItem: {
            /** Code */
            code: string;
            label: components["schemas"]["Both"];
            /** Mandatory */
            mandatory: boolean;
            /** Present */
            present: boolean;
            add: components["schemas"]["EvidenceKind"] | null;
        };
        /** TreeStep */
        TreeStep: {
            /** Code */
            code: string;
            title: components["schemas"]["Both"];
            do: components["schemas"]["Both"] | null;
            /** Words */
            words: components["schemas"]["Both"][];
        };
        /** Trial */
        Trial: {
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** TrialOut */
        TrialOut: {
            outcome: components["schemas"]["xiaoer__policies__models__Outcome"];
            /** Row */
            row: string | null;
            /** Rows */
            rows: string[];
            /** Outputs */
            outputs: {
                [key: string]: unknown;
            };
            /** Clauses */
            clauses: string[];
            /** Needs */
            needs: string[];
            /** Near */
            near: {
                [key: string]: unknown;
            }[];
            /** Explanation */
            explanation: {
                [key: string]: string;
            }[];
        };
        /**
         * TroubleEnd
         * @enum {string}
         */
        TroubleEnd: "delivered" | "resent" | "refunded" | "claimed";
        /** TroubleEndIn */
        TroubleEndIn: {
            ended: components["schemas"]["TroubleEnd"];
            /** Text */
            text: string;
        };
        /**
         * TroubleEntryIn
         * @description An inquiry wants `due_at`; a claim and a payout want `cents`.
         */
        TroubleEntryIn: {
            kind: components["schemas"]["EntryKind"];
            /** Text */
            text: string;
            /** Due At */
            due_at?: string | null;
            /** Cents */
            cents?: number | null;
        };
        /** TroubleEntryOut */
        TroubleEntryOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["EntryKind"];
            /** Text */
            text: string;
            /** Cents */
            cents: number;
            /** Due At */
            due_at: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Notice Id */
            notice_id: string | null;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** TroubleIn */
        TroubleIn: {
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            type: components["schemas"]["TroubleType"];
            /** Parcel Id */
            parcel_id?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** TroubleMade */
        TroubleMade: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
        };
        /** TroubleOut */
        TroubleOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Order No */
            order_no: string;
            /** Customer Id */
            customer_id: string | null;
            /** Customer */
            customer: string | null;
            /** Courier */
            courier: string;
            /** Tracking No */
            tracking_no: string | null;
            /** Region */
            region: string;
            type: components["schemas"]["TroubleType"];
            /** Note */
            note: string;
            /** Task Id */
            task_id: string | null;
            /**
             * Follow Up At
             * Format: date-time
             */
            follow_up_at: string;
            /** Currency */
            currency: string;
            /** Claim Cents */
            claim_cents: number;
            /** Paid Cents */
            paid_cents: number;
            /** Last Text */
            last_text: string | null;
            /** Last At */
            last_at: string | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Opened By */
            opened_by: string;
            ended: components["schemas"]["TroubleEnd"] | null;
            /** Ended At */
            ended_at: string | null;
        };
        /** TroublePage */
        TroublePage: {
            /** Items */
            items: components["schemas"]["TroubleOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * TroubleType
         * @enum {string}
         */
        TroubleType: "delay" | "damage" | "loss" | "wrong" | "refused";
        /** UnitOut */
        UnitOut: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Unit */
            unit: number;
            /** Entitled Cents */
            entitled_cents: number;
            /** Left Cents */
            left_cents: number;
        };
        /** UnpaidList */
        UnpaidList: {
            /**
             * Cutoff At
             * Format: date-time
             */
            cutoff_at: string;
            /** Items */
            items: components["schemas"]["UnpaidOut"][];
        };
        /** UnpaidOut */
        UnpaidOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Order No */
            order_no: string;
            /** Customer Id */
            customer_id: string | null;
            /** Customer */
            customer: string | null;
            /** Currency */
            currency: string;
            /** Placed At */
            placed_at: string | null;
            /** Cents */
            cents: number;
            /** Title */
            title: string | null;
            /** Stock */
            stock: number | null;
            /** Nudges */
            nudges: number;
            /** Last Nudge */
            last_nudge: string | null;
            /** Said No */
            said_no: boolean;
            why: components["schemas"]["UnpaidWhy"];
            /** Paid Twin */
            paid_twin: string | null;
        };
        /**
         * UnpaidWhy
         * @enum {string}
         */
        UnpaidWhy: "forgot" | "impulse" | "duplicate" | "unknown";
        /** UnreachedOut */
        UnreachedOut: {
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Why */
            why: string;
        };
        /**
         * Urgency
         * @description How near the deadline is that counts now: one step for each warning.
         * @enum {string}
         */
        Urgency: "calm" | "soon" | "near" | "last" | "over";
        /** UseWords */
        UseWords: {
            /** Step */
            step: string;
            /** Words */
            words: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
            /** Input */
            input?: unknown;
            /** Context */
            ctx?: Record<string, never>;
        };
        /** Variable */
        Variable: {
            /** Name */
            name: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /** VariableList */
        VariableList: {
            /** Items */
            items: components["schemas"]["Variable"][];
            /** Next */
            next?: null;
        };
        /**
         * Variant
         * @description What a line could be exchanged for, at today's price of one of it.
         */
        Variant: {
            /**
             * Sku Id
             * Format: uuid
             */
            sku_id: string;
            /** Spec */
            spec: string;
            /** Price Cents */
            price_cents: number;
            /** Available */
            available: boolean;
        };
        /** VersionFull */
        VersionFull: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Policy Id
             * Format: uuid
             */
            policy_id: string;
            /** Number */
            number: number;
            state: components["schemas"]["VersionState"];
            /** Content Hash */
            content_hash: string;
            /** Revision */
            revision: number;
            /** Based On */
            based_on: string | null;
            /** Author Name */
            author_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Effective From */
            effective_from: string | null;
            /** Effective Until */
            effective_until: string | null;
            /** Published By */
            published_by: string | null;
            /** Content */
            content: {
                [key: string]: unknown;
            };
        };
        /**
         * VersionState
         * @enum {string}
         */
        VersionState: "draft" | "shadow" | "active" | "retired";
        /** ViewFilters */
        ViewFilters: {
            /**
             * View
             * @default all
             * @enum {string}
             */
            view: "mine" | "unassigned" | "all" | "waiting" | "snoozed" | "closed";
            /** Shop Id */
            shop_id?: string | null;
            /** Channel */
            channel?: string | null;
            stage?: components["schemas"]["Stage-Input"] | null;
            priority?: components["schemas"]["Priority"] | null;
            /**
             * Tags
             * @default []
             */
            tags: string[];
            /** Sort */
            sort?: ("recent" | "waiting") | null;
        };
        /** ViewIn */
        ViewIn: {
            /** Name */
            name: string;
            filters: components["schemas"]["ViewFilters"];
            /** @default mine */
            scope: components["schemas"]["ViewScope"];
        };
        /** ViewList */
        ViewList: {
            /** Items */
            items: components["schemas"]["ViewOut"][];
            /** Next */
            next?: string | null;
        };
        /** ViewOut */
        ViewOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            scope: components["schemas"]["ViewScope"];
            /** Mine */
            mine: boolean;
        };
        /**
         * ViewScope
         * @enum {string}
         */
        ViewScope: "mine" | "everybody";
        /**
         * Visibility
         * @enum {string}
         */
        Visibility: "internal" | "submittable";
        /** VisitIn */
        VisitIn: {
            /** Visitor Token */
            visitor_token?: string | null;
            identity?: components["schemas"]["IdentityIn"] | null;
            /**
             * Locale
             * @default zh
             * @enum {string}
             */
            locale: "zh" | "en";
            /** Page Url */
            page_url?: string | null;
        };
        /** VisitOut */
        VisitOut: {
            /** Visitor Token */
            visitor_token: string;
            customer: components["schemas"]["xiaoer__channels__webchat__schemas__CustomerOut"];
            shop: components["schemas"]["xiaoer__channels__webchat__schemas__ShopOut"];
            conversation: components["schemas"]["TalkWithMessagesOut"] | null;
        };
        /** VisitorVote */
        VisitorVote: {
            /** Solved */
            solved: boolean;
            /**
             * Voter
             * Format: uuid
             */
            voter: string;
        };
        /** VocabularyOut */
        VocabularyOut: {
            /** Facts */
            facts: components["schemas"]["TermOut"][];
            /** Outputs */
            outputs: components["schemas"]["TermOut"][];
        };
        /** VoteIn */
        VoteIn: {
            /** Solved */
            solved: boolean;
        };
        /**
         * WantedIn
         * @description So many units of a line; for an exchange `sku_id` is what they become.
         */
        WantedIn: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /**
             * Qty
             * @default 1
             */
            qty: number;
            /** Sku Id */
            sku_id?: string | null;
        };
        /** WarehouseIn */
        WarehouseIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Group Id */
            group_id?: string | null;
            /** Lead Id */
            lead_id?: string | null;
            /**
             * Usual
             * @default false
             */
            usual: boolean;
            /**
             * Active
             * @default true
             */
            active: boolean;
        };
        /** WarehouseOut */
        WarehouseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** WarehouseSet */
        WarehouseSet: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Group Id */
            group_id?: string | null;
            /** Lead Id */
            lead_id?: string | null;
            /**
             * Usual
             * @default false
             */
            usual: boolean;
            /**
             * Active
             * @default true
             */
            active: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * WatchOut
         * @description What is owed about shipping the order, and what missing it costs (SHP-2).
         */
        WatchOut: {
            stage: components["schemas"]["xiaoer__shipping__models__watches__Stage"];
            urgency: components["schemas"]["Urgency"];
            /** Overlooked */
            overlooked: boolean;
            /**
             * Ship By
             * Format: date-time
             */
            ship_by: string;
            /**
             * Pickup By
             * Format: date-time
             */
            pickup_by: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Marked At */
            marked_at: string | null;
            /** Handed At */
            handed_at: string | null;
            /** Warehouse Id */
            warehouse_id: string | null;
            /** Courier */
            courier: string;
            /** Rule Row */
            rule_row: string;
            /** Complaint */
            complaint: boolean;
            /** Compensation Cents */
            compensation_cents: number;
            /** Compensation Form */
            compensation_form: string;
            threat: components["schemas"]["Threat"] | null;
            /** Expected At */
            expected_at: string | null;
            cause: components["schemas"]["Cause"] | null;
        };
        /**
         * Way
         * @enum {string}
         */
        Way: "draft" | "rewrite" | "translate";
        /**
         * WayOut
         * @description Where money goes, and in how many hours it should be there.
         */
        WayOut: {
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Arrives From Hours */
            arrives_from_hours: number;
            /** Arrives To Hours */
            arrives_to_hours: number;
        };
        /**
         * WeighedOut
         * @description A fact, and what it takes off the score of 100.
         */
        WeighedOut: {
            /** Fact */
            fact: string;
            /** Value */
            value: number;
            /** Off */
            off: number;
        };
        /** WhichVersion */
        WhichVersion: {
            /** Version */
            version: number;
        };
        /** WhisperIn */
        WhisperIn: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Text */
            text: string;
        };
        /** WhoOut */
        WhoOut: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /** WhyIn */
        WhyIn: {
            why: components["schemas"]["UnpaidWhy"];
            /**
             * Said No
             * @default false
             */
            said_no: boolean;
        };
        /** WindowOut */
        WindowOut: {
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Timezone */
            timezone: string;
        };
        /** WordIn */
        WordIn: {
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            kind: components["schemas"]["WordKind"];
            /** Word */
            word: string;
            /**
             * Alternative
             * @default
             */
            alternative: string;
            /**
             * Blocks
             * @default false
             */
            blocks: boolean;
            /**
             * Active
             * @default true
             */
            active: boolean;
        };
        /**
         * WordKind
         * @description Why a word is watched for in what is sent to customers.
         * @enum {string}
         */
        WordKind: "forbidden" | "absolute" | "jargon" | "review_reward";
        /** WordList */
        WordList: {
            /** Items */
            items: components["schemas"]["WordOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * WordOut
         * @description Without a shop: the house's own, which holds where the shop has none for the word.
         */
        WordOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Shop Id */
            shop_id: string | null;
            kind: components["schemas"]["WordKind"];
            /** Word */
            word: string;
            /** Alternative */
            alternative: string;
            /** Blocks */
            blocks: boolean;
            /** Active */
            active: boolean;
        };
        /** WordsOut */
        WordsOut: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** Code */
            code: string;
            /** Used */
            used: number;
        };
        /**
         * WrittenIn
         * @description What a person of the twin writes; `key` names it for a repeated call.
         */
        WrittenIn: {
            /** Key */
            key: string;
            /** Text */
            text: string;
            /**
             * Name
             * @default
             */
            name: string;
        };
        /** WrittenOut */
        WrittenOut: {
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Seq */
            seq: number;
        };
        /**
         * Reason
         * @enum {string}
         */
        xiaoer__aftersales__models__words__Reason: "no_reason" | "dislike" | "no_longer_needed" | "wrong_order" | "size_mismatch_desc" | "color_mismatch_desc" | "quality_defect" | "damaged_in_transit" | "wrong_item" | "missing_item" | "missing_parts" | "empty_parcel" | "not_received" | "late_ship" | "late_delivery" | "counterfeit" | "expired_goods" | "safety" | "price_drop" | "overcharge" | "duplicate_order" | "warranty_fault" | "invoice_issue" | "agreed_with_merchant";
        /**
         * NewsIn
         * @description Where a parcel is, in the words of policies (`return.node`, `parcel.node`).
         */
        xiaoer__aftersales__schemas__acts__NewsIn: {
            /** Node */
            node: string;
            /** At */
            at?: string | null;
        };
        /**
         * OverrideIn
         * @description `outputs` replace those of the decision that have the same name.
         */
        xiaoer__aftersales__schemas__acts__OverrideIn: {
            /** Version */
            version: number;
            /** Cents */
            cents: number;
            /** Reason */
            reason: string;
            /**
             * Outputs
             * @default {}
             */
            outputs: {
                [key: string]: unknown;
            };
        };
        /** RefusalIn */
        xiaoer__aftersales__schemas__acts__RefusalIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /** Words */
            words: string;
            /**
             * Evidence
             * @default []
             */
            evidence: components["schemas"]["ProofIn"][];
            /** Platform Version */
            platform_version?: string | null;
        };
        /** GuideOut */
        xiaoer__aftersales__schemas__caring__GuideOut: {
            /** Code */
            code: string;
            title: components["schemas"]["Both"];
            /** Lines */
            lines: components["schemas"]["GuideLine"][];
            /** Sent By Name */
            sent_by_name: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Seen At */
            seen_at: string | null;
        };
        /**
         * QueueOut
         * @description `ages`: how many wait for up to 6, 24 and 48 hours since the request, and longer.
         */
        xiaoer__aftersales__schemas__cases__QueueOut: {
            queue: components["schemas"]["Queue"];
            /** Count */
            count: number;
            /** Overdue */
            overdue: number;
            /** Ages */
            ages: {
                [key: string]: number;
            };
            /** Oldest At */
            oldest_at: string | null;
        };
        /**
         * AmountsOut
         * @description `gross_cents` less the deductions is what is asked for; `points` go back beside it.
         */
        xiaoer__aftersales__schemas__parts__AmountsOut: {
            /** Gross Cents */
            gross_cents: number;
            /** Deductions */
            deductions: components["schemas"]["xiaoer__aftersales__schemas__parts__DeductionOut"][];
            /** Points */
            points: number;
            /** Requested Cents */
            requested_cents: number;
            /** Approved Cents */
            approved_cents: number;
            /** Refunded Cents */
            refunded_cents: number;
            /** Freight Cents */
            freight_cents: number;
            /** Due Cents */
            due_cents: number;
            /** Freight Payer */
            freight_payer: string;
        };
        /**
         * DecisionOut
         * @description What policy said and why; `why` in words, the near misses among them.
         */
        xiaoer__aftersales__schemas__parts__DecisionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Outcome */
            outcome: string;
            /** Decided */
            decided: string | null;
            /** Row */
            row: string | null;
            /** Code */
            code: string | null;
            /** Clauses */
            clauses: string[];
            /** Why */
            why: {
                [key: string]: string;
            }[];
            /** Needs */
            needs: string[];
            /** Outputs */
            outputs: {
                [key: string]: unknown;
            };
            /** Override Reason */
            override_reason: string | null;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * DeductionOut
         * @description What is kept back of a refund, by name.
         */
        xiaoer__aftersales__schemas__parts__DeductionOut: {
            /** Code */
            code: string;
            /** Cents */
            cents: number;
            label: components["schemas"]["Both"];
        };
        /** FileOut */
        xiaoer__aftersales__schemas__parts__FileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Content Type */
            content_type: string;
            /** Url */
            url: string;
        };
        /**
         * LineOut
         * @description A line of a case; `refund_cents` is what goes back for it, `tax_cents` the tax in that,
         *     `quoted_cents` what one replacement costs.
         */
        xiaoer__aftersales__schemas__parts__LineOut: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Sku Id */
            sku_id: string | null;
            /** Title */
            title: string;
            /** Spec */
            spec: string;
            /** Qty */
            qty: number;
            /** Received */
            received: number;
            /** Accepted */
            accepted: number;
            /** Rejected */
            rejected: number;
            /** Replacement Sku Id */
            replacement_sku_id: string | null;
            /** Replacement Spec */
            replacement_spec: string | null;
            /** Quoted Cents */
            quoted_cents: number | null;
            /** Refund Cents */
            refund_cents: number;
            /** Tax Cents */
            tax_cents: number;
        };
        /** ParcelOut */
        xiaoer__aftersales__schemas__parts__ParcelOut: {
            way: components["schemas"]["ParcelWay"];
            /** Carrier */
            carrier: string;
            /** Tracking No */
            tracking_no: string;
            /** Node */
            node: string;
            /** Node At */
            node_at: string | null;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Signed At */
            signed_at: string | null;
            /** Arrived At */
            arrived_at: string | null;
            /** Lost At */
            lost_at: string | null;
            /** Claim Task Id */
            claim_task_id: string | null;
        };
        /** PlaceOut */
        xiaoer__aftersales__schemas__parts__PlaceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Recipient */
            recipient: string;
            /** Phone */
            phone: string;
            /** Address */
            address: string;
            /** Category */
            category: string | null;
            /** Region */
            region: string | null;
            /** Active */
            active: boolean;
        };
        /** StepOut */
        xiaoer__aftersales__schemas__parts__StepOut: {
            /** Seq */
            seq: number;
            /** Command */
            command: string;
            /** Before */
            before: string;
            /** After */
            after: string;
            /** By */
            by: string;
            /** By Kind */
            by_kind: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
        };
        /** AddressIn */
        xiaoer__aftersales__schemas__requests__AddressIn: {
            /** Address */
            address: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
        };
        /** ReasonOut */
        xiaoer__aftersales__schemas__shopping__ReasonOut: {
            reason: components["schemas"]["Reason-Output"];
            /** Quality */
            quality: boolean;
            /** Liability */
            liability: string;
        };
        /**
         * ArticleOut
         * @description `replacement_spec`: what is sent instead, where it is an exchange.
         */
        xiaoer__aftersales__schemas__warehouse__ArticleOut: {
            /**
             * Order Line Id
             * Format: uuid
             */
            order_line_id: string;
            /** Title */
            title: string;
            /** Spec */
            spec: string;
            /** Qty */
            qty: number;
            /** Image Url */
            image_url: string | null;
            /** Replacement Spec */
            replacement_spec: string | null;
        };
        /** ShopOut */
        xiaoer__app__login__ShopOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Timezone */
            timezone: string;
            /** Currency */
            currency: string;
        };
        /**
         * GuideOut
         * @description What does not fit the moment is empty.
         */
        xiaoer__assist__schemas__GuideOut: {
            /** Confirm */
            confirm: string | null;
            /** Questions */
            questions: components["schemas"]["ReadyOut"][];
            /** Empathy */
            empathy: components["schemas"]["ReadyOut"][];
            /** Calming */
            calming: components["schemas"]["ReadyOut"][];
            /** Procedure */
            procedure: components["schemas"]["ProcedureOut"][];
            /** Steps */
            steps: components["schemas"]["xiaoer__assist__schemas__StepOut"][];
        };
        /** StepOut */
        xiaoer__assist__schemas__StepOut: {
            /** Key */
            key: string;
            /** Done */
            done: boolean;
        };
        /** SwitchList */
        xiaoer__assist__schemas__SwitchList: {
            /** Items */
            items: components["schemas"]["ShopSwitches"][];
        };
        /**
         * CallbackOut
         * @description What was promised, and whether it is still to be done.
         */
        xiaoer__channels__phone__schemas__CallbackOut: {
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Open */
            open: boolean;
        };
        /**
         * NewsIn
         * @description One piece of a call, as a telephone system tells it.
         */
        xiaoer__channels__phone__schemas__NewsIn: {
            /** Call */
            call: string;
            event: components["schemas"]["Piece"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Number
             * @default
             */
            number: string;
            /** @default inbound */
            direction: components["schemas"]["CallDirection"];
            /**
             * Agent
             * @default
             */
            agent: string;
            /** Recording Url */
            recording_url?: string | null;
        };
        /** CustomerOut */
        xiaoer__channels__webchat__schemas__CustomerOut: {
            /** Name */
            name: string;
            /** Verified */
            verified: boolean;
        };
        /**
         * MessageOut
         * @description A message as its customer sees it.
         */
        xiaoer__channels__webchat__schemas__MessageOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Seq */
            seq: number;
            /**
             * From
             * @enum {string}
             */
            from: "me" | "agent" | "bot" | "system";
            /** Author Name */
            author_name: string | null;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** Attachments */
            attachments: components["schemas"]["AttachmentOut"][];
            /** Card */
            card: {
                [key: string]: unknown;
            } | null;
            /** System */
            system: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * OrderOut
         * @description An order for its buyer: nobody's name, phone or street.
         */
        xiaoer__channels__webchat__schemas__OrderOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Order No */
            order_no: string;
            /** Status */
            status: string;
            /** Status Text */
            status_text: string;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            /** Paid Cents */
            paid_cents: number;
            /** Currency */
            currency: string;
            /** Item Count */
            item_count: number;
            first_item: components["schemas"]["ItemOut"] | null;
            /** Courier */
            courier: string | null;
            /** Tracking No */
            tracking_no: string | null;
            last_parcel_event: components["schemas"]["xiaoer__channels__webchat__schemas__ParcelOut"] | null;
        };
        /** ParcelOut */
        xiaoer__channels__webchat__schemas__ParcelOut: {
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** QueueOut */
        xiaoer__channels__webchat__schemas__QueueOut: {
            /** Position */
            position: number;
            /** Expected Wait Sec */
            expected_wait_sec: number | null;
        };
        /** ShopOut */
        xiaoer__channels__webchat__schemas__ShopOut: {
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Welcome */
            welcome: string;
            /** Hours Text */
            hours_text: string;
        };
        /**
         * Stage
         * @description 售前, 售中, 售后.
         * @enum {string}
         */
        xiaoer__conversations__models__states__Stage: "presale" | "insale" | "aftersale";
        /** ReasonOut */
        xiaoer__conversations__schemas__around__ReasonOut: {
            /** Code */
            code: string;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
        };
        /** MessageOut */
        xiaoer__conversations__schemas__messages__MessageOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Seq */
            seq: number;
            /** From */
            from: string;
            author: components["schemas"]["RefOut"] | null;
            kind: components["schemas"]["MessageKind"];
            /** Text */
            text: string;
            /** Attachments */
            attachments: components["schemas"]["AttachmentOut"][];
            /** Card */
            card: {
                [key: string]: unknown;
            } | null;
            /** System */
            system: {
                [key: string]: unknown;
            } | null;
            /** Auto */
            auto: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * Assignment
         * @description `agent_id`: who serves it now; none but `group_id`: that group's queue; neither: queue.
         */
        xiaoer__conversations__schemas__verbs__Assignment: {
            /** Agent Id */
            agent_id?: string | null;
            /** Group Id */
            group_id?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
            /** Expected Assignee Id */
            expected_assignee_id?: string | null;
        };
        /** TagsSet */
        xiaoer__conversations__schemas__verbs__TagsSet: {
            /** Tags */
            tags: string[];
        };
        /**
         * FileOut
         * @description A stored file and where to get it.
         */
        xiaoer__core__files__routes__FileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Content Type */
            content_type: string;
            /** Size */
            size: number;
            /** Width */
            width: number | null;
            /** Height */
            height: number | null;
            /** Url */
            url: string;
            /** Thumb Url */
            thumb_url: string | null;
        };
        /**
         * CustomerOut
         * @description A customer with everything the side panel shows.
         */
        xiaoer__customers__schemas__CustomerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Name */
            name: string;
            /** Avatar Letter */
            avatar_letter: string;
            /** Phone Masked */
            phone_masked: string;
            /** Email Masked */
            email_masked: string;
            /** Tags */
            tags: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Note */
            note: string;
            /** Erased */
            erased: boolean;
            /** Identities */
            identities: components["schemas"]["IdentityOut"][];
            /** Addresses */
            addresses: components["schemas"]["AddressOut"][];
            /** Consent */
            consent: components["schemas"]["ConsentOut"][];
            /** Stats */
            stats: {
                [key: string]: number;
            };
        };
        /** TagsSet */
        xiaoer__customers__schemas__TagsSet: {
            /** Tags */
            tags: string[];
        };
        /**
         * Kind
         * @description What sort of proof it is (EVD-2); `rules.LABELS` has the names people read.
         * @enum {string}
         */
        xiaoer__evidence__models__Kind: "chat_record" | "review" | "signature_slip" | "courier_proof" | "photo_video" | "authorisation" | "inspection_report" | "page_screenshot" | "phone_record";
        /** FileOut */
        xiaoer__evidence__schemas__FileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Content Type */
            content_type: string;
            /** Size */
            size: number;
            /** Width */
            width: number | null;
            /** Height */
            height: number | null;
            /** Sha256 */
            sha256: string;
            /** Url */
            url: string;
            /** Thumb Url */
            thumb_url: string | null;
        };
        /** Subject */
        xiaoer__evidence__schemas__Subject: {
            type: components["schemas"]["SubjectType"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * Kind
         * @description What an article is (KB-1, GDE-1).
         * @enum {string}
         */
        xiaoer__knowledge__models__articles__Kind: "product" | "policy" | "faq" | "guide";
        /** ArticleOut */
        xiaoer__knowledge__schemas__ArticleOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Number */
            number: number;
            kind: components["schemas"]["xiaoer__knowledge__models__articles__Kind"];
            /**
             * Category Id
             * Format: uuid
             */
            category_id: string;
            state: components["schemas"]["ArticleState"];
            /** Public */
            public: boolean;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Version */
            version: number;
            /** Latest */
            latest: number;
            /** Published */
            published: number | null;
            /** Owner */
            owner: string | null;
            /** Owner Id */
            owner_id: string | null;
            /** Review Due At */
            review_due_at: string | null;
            review_reason: components["schemas"]["ReviewReason"] | null;
            /** Effective From */
            effective_from: string | null;
            /** Effective Until */
            effective_until: string | null;
            /** Open Flags */
            open_flags: number;
            counts: components["schemas"]["Counts"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Body */
            body: string;
            /** Body En */
            body_en: string;
            /** Questions */
            questions: string[];
            /** Media */
            media: components["schemas"]["MediaOut"][];
            /** Product Ids */
            product_ids: string[];
            /** Policy Tables */
            policy_tables: string[];
            /** Review Days */
            review_days: number;
            /** Reviewed At */
            reviewed_at: string | null;
            /** Note */
            note: string;
        };
        /** CategoryIn */
        xiaoer__knowledge__schemas__CategoryIn: {
            /** Name Zh */
            name_zh?: string | null;
            /** Name En */
            name_en?: string | null;
            /** Active */
            active?: boolean | null;
        };
        /** CategoryList */
        xiaoer__knowledge__schemas__CategoryList: {
            /** Items */
            items: components["schemas"]["xiaoer__knowledge__schemas__CategoryOut"][];
        };
        /** CategoryOrder */
        xiaoer__knowledge__schemas__CategoryOrder: {
            /** Ids */
            ids: string[];
        };
        /** CategoryOut */
        xiaoer__knowledge__schemas__CategoryOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string | null;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
            /** Position */
            position: number;
            /** Active */
            active: boolean;
        };
        /**
         * ClosingIn
         * @description The article that answers it now; none: it needs no answer.
         */
        xiaoer__knowledge__schemas__ClosingIn: {
            /** Article Id */
            article_id?: string | null;
        };
        /** VersionList */
        xiaoer__knowledge__schemas__VersionList: {
            /** Items */
            items: components["schemas"]["xiaoer__knowledge__schemas__VersionOut"][];
        };
        /** VersionOut */
        xiaoer__knowledge__schemas__VersionOut: {
            /** Version */
            version: number;
            /** Title */
            title: string;
            /** Body */
            body: string;
            /** Title En */
            title_en: string;
            /** Body En */
            body_en: string;
            /** Questions */
            questions: string[];
            /** Note */
            note: string;
            /** Author Name */
            author_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Published At */
            published_at: string | null;
            /** Published By Name */
            published_by_name: string | null;
        };
        /**
         * Outcome
         * @enum {string}
         */
        xiaoer__notices__models__Outcome: "under_way" | "accepted" | "refused" | "unreachable";
        /**
         * Purpose
         * @enum {string}
         */
        xiaoer__notices__models__Purpose: "service" | "marketing";
        /** Subject */
        xiaoer__notices__schemas__Subject: {
            /** Type */
            type: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** AmountsOut */
        xiaoer__orders__schemas__AmountsOut: {
            /** List Cents */
            list_cents: number;
            /** Discount Cents */
            discount_cents: number;
            /** Merchant Discount Cents */
            merchant_discount_cents: number;
            /** Platform Discount Cents */
            platform_discount_cents: number;
            /** Freight Cents */
            freight_cents: number;
            /** Paid Cents */
            paid_cents: number;
            /** Refunded Cents */
            refunded_cents: number;
        };
        /** LineOut */
        xiaoer__orders__schemas__LineOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Sku Id */
            sku_id: string | null;
            /** Title */
            title: string;
            /** Spec */
            spec: string;
            /** Quantity */
            quantity: number | null;
            /** List Cents */
            list_cents: number;
            /** Discount Cents */
            discount_cents: number;
            /** Merchant Discount Cents */
            merchant_discount_cents: number;
            /** Platform Discount Cents */
            platform_discount_cents: number;
            /** Paid Cents */
            paid_cents: number;
            /** Image Url */
            image_url: string | null;
            status: components["schemas"]["LineStatus"];
        };
        /** OrderOut */
        xiaoer__orders__schemas__OrderOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Customer Id */
            customer_id: string | null;
            /** Order No */
            order_no: string;
            status: components["schemas"]["OrderStatus"];
            /** Placed At */
            placed_at: string | null;
            /** Paid At */
            paid_at: string | null;
            /** Promised Ship By */
            promised_ship_by: string | null;
            /** Paid Cents */
            paid_cents: number;
            /** Payable Cents */
            payable_cents: number;
            /** Amounts Known */
            amounts_known: boolean;
            /** Currency */
            currency: string;
            /** Item Count */
            item_count: number;
            first_item: components["schemas"]["ItemOut"] | null;
            /** Courier */
            courier: string | null;
            /** Tracking No */
            tracking_no: string | null;
            last_parcel_event: components["schemas"]["ParcelEventOut"] | null;
            flag: components["schemas"]["Flag"] | null;
            top_remark: components["schemas"]["RemarkOut"] | null;
            /** Source */
            source: string;
            /** Shipped At */
            shipped_at: string | null;
            /** Signed At */
            signed_at: string | null;
            /** Completed At */
            completed_at: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Promised Arrival */
            promised_arrival: string | null;
            /** Lines */
            lines: components["schemas"]["xiaoer__orders__schemas__LineOut"][];
            amounts: components["schemas"]["xiaoer__orders__schemas__AmountsOut"];
            receiver: components["schemas"]["ReceiverOut"];
            /** Remarks */
            remarks: components["schemas"]["RemarkOut"][];
            /** Buyer Message */
            buyer_message: string | null;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Timeline */
            timeline: components["schemas"]["xiaoer__orders__schemas__StepOut"][];
        };
        /** StepOut */
        xiaoer__orders__schemas__StepOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Kind */
            kind: string;
            actor: components["schemas"]["WhoOut"];
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Auto */
            auto: boolean;
        };
        /**
         * AddressIn
         * @description Empty: everything is right as it is.
         */
        xiaoer__orders__schemas__confirming__AddressIn: {
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Courier
             * @default
             */
            courier: string;
        };
        /** RefusalIn */
        xiaoer__orders__schemas__confirming__RefusalIn: {
            cause: components["schemas"]["RefusalCause"];
            /**
             * Freight Cents
             * @default 0
             */
            freight_cents: number;
        };
        /**
         * Purpose
         * @enum {string}
         */
        xiaoer__payments__models__words__Purpose: "payment" | "top_up" | "refund" | "price_difference" | "compensation" | "freight_reimburse" | "chargeback";
        /** CallbackOut */
        xiaoer__payments__schemas__CallbackOut: {
            /** Outcome */
            outcome: string;
        };
        /** DeductionOut */
        xiaoer__payments__schemas__DeductionOut: {
            /** Code */
            code: string;
            /** Cents */
            cents: number;
        };
        /** CategoryIn */
        xiaoer__phrases__schemas__CategoryIn: {
            /** Name Zh */
            name_zh?: string | null;
            /** Name En */
            name_en?: string | null;
            /** Active */
            active?: boolean | null;
            /** Offers */
            offers?: boolean | null;
        };
        /** CategoryList */
        xiaoer__phrases__schemas__CategoryList: {
            /** Items */
            items: components["schemas"]["xiaoer__phrases__schemas__CategoryOut"][];
            /** Next */
            next?: null;
        };
        /** CategoryOrder */
        xiaoer__phrases__schemas__CategoryOrder: {
            /** Ids */
            ids: string[];
        };
        /** CategoryOut */
        xiaoer__phrases__schemas__CategoryOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Code */
            code: string | null;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
            /** Position */
            position: number;
            /** Active */
            active: boolean;
            /** Offers */
            offers: boolean;
        };
        /** VersionList */
        xiaoer__phrases__schemas__VersionList: {
            /** Items */
            items: components["schemas"]["xiaoer__phrases__schemas__VersionOut"][];
            /** Next */
            next?: null;
        };
        /** VersionOut */
        xiaoer__phrases__schemas__VersionOut: {
            /** Version */
            version: number;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Variants */
            variants: components["schemas"]["PhraseVariant"][];
            author: components["schemas"]["Author"];
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * TakenOut
         * @description A step behind the run. `by_facts`: no person answered it.
         */
        xiaoer__playbooks__schemas__runs__TakenOut: {
            /** Step */
            step: string;
            title: components["schemas"]["BothOut"];
            /** Answer */
            answer: string | null;
            label: components["schemas"]["BothOut"] | null;
            /** By Facts */
            by_facts: boolean;
            /** Note */
            note: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Undone At */
            undone_at: string | null;
        };
        /**
         * Outcome
         * @enum {string}
         */
        xiaoer__policies__models__Outcome: "matched" | "default" | "need_fact";
        /** DecisionOut */
        xiaoer__policies__schemas__decisions__DecisionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Shop Id
             * Format: uuid
             */
            shop_id: string;
            /** Table */
            table: string;
            /**
             * Version Id
             * Format: uuid
             */
            version_id: string;
            /** Content Hash */
            content_hash: string;
            /** Subject Type */
            subject_type: string | null;
            /** Subject Id */
            subject_id: string | null;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            outcome: components["schemas"]["xiaoer__policies__models__Outcome"];
            /** Row */
            row: string | null;
            /** Outputs */
            outputs: {
                [key: string]: unknown;
            };
            /** Trace */
            trace: {
                [key: string]: unknown;
            };
            /** Actor Kind */
            actor_kind: string;
            /** Actor Id */
            actor_id: string | null;
            /** Actor Name */
            actor_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Override Of */
            override_of: string | null;
            /** Override Reason */
            override_reason: string | null;
            /** Explanation */
            readonly explanation: {
                [key: string]: string;
            }[];
        };
        /** OverrideIn */
        xiaoer__policies__schemas__decisions__OverrideIn: {
            /** Outputs */
            outputs: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
        };
        /** SwitchList */
        xiaoer__policies__schemas__decisions__SwitchList: {
            /** Items */
            items: components["schemas"]["Switch"][];
            /** Next */
            next?: null;
        };
        /** VersionList */
        xiaoer__policies__schemas__versions__VersionList: {
            /** Items */
            items: components["schemas"]["xiaoer__policies__schemas__versions__VersionOut"][];
            /** Next */
            next?: null;
        };
        /** VersionOut */
        xiaoer__policies__schemas__versions__VersionOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Policy Id
             * Format: uuid
             */
            policy_id: string;
            /** Number */
            number: number;
            state: components["schemas"]["VersionState"];
            /** Content Hash */
            content_hash: string;
            /** Revision */
            revision: number;
            /** Based On */
            based_on: string | null;
            /** Author Name */
            author_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Effective From */
            effective_from: string | null;
            /** Effective Until */
            effective_until: string | null;
            /** Published By */
            published_by: string | null;
        };
        /** Reason */
        xiaoer__promises__schemas__Reason: {
            /** Reason */
            reason: string;
        };
        /**
         * Stage
         * @description How far an order is between payment and the courier's first scan.
         * @enum {string}
         */
        xiaoer__shipping__models__watches__Stage: "waiting" | "owed" | "marked" | "picked" | "ended";
        /** ParcelOut */
        xiaoer__shipping__schemas__ParcelOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Courier */
            courier: string;
            /** Tracking No */
            tracking_no: string;
            node: components["schemas"]["Node"];
            /** Text */
            text: string;
            /** Place */
            place: string;
            /**
             * Labelled At
             * Format: date-time
             */
            labelled_at: string;
            /** Marked At */
            marked_at: string | null;
            /** Picked At */
            picked_at: string | null;
            /** Last At */
            last_at: string | null;
            /** Signed At */
            signed_at: string | null;
            standstill: components["schemas"]["Standstill"] | null;
            /** Standing Since */
            standing_since: string | null;
            /** Doubts */
            doubts: string[];
            /** Scans */
            scans: components["schemas"]["TrackingOut"][];
        };
        /** PlaceOut */
        xiaoer__shipping__schemas__PlaceOut: {
            /** Warehouse Id */
            warehouse_id: string | null;
            /** Courier */
            courier: string;
            /** Figures */
            figures: {
                [key: string]: number;
            };
        };
        /** TakenOut */
        xiaoer__shipping__schemas__TakenOut: {
            /** New */
            new: number;
            /** Known */
            known: number;
            /** Stray */
            stray: number;
            /** Refused */
            refused: number[];
        };
        /** ClosingIn */
        xiaoer__shipping__schemas__reminders__ClosingIn: {
            cause: components["schemas"]["Cause"];
            /** Action */
            action: string;
            /** Result */
            result: string;
            /**
             * Lesson
             * @default
             */
            lesson: string;
        };
        /** Assignment */
        xiaoer__tasks__schemas__Assignment: {
            /** Agent Id */
            agent_id?: string | null;
            /** Group Id */
            group_id?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** Reason */
        xiaoer__tasks__schemas__Reason: {
            /** Reason */
            reason: string;
        };
        /** Subject */
        xiaoer__tasks__schemas__Subject: {
            /** Type */
            type: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    queue_api_cases_get: {
        parameters: {
            query?: {
                queue?: components["schemas"]["Queue"] | null;
                overdue?: boolean;
                shop_id?: string | null;
                customer_id?: string | null;
                second?: boolean;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_together_api_cases_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TogetherIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    counts_api_case_queues_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    case_api_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    surroundings_api_cases__case_id__surroundings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurroundingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    foretell_api_cases__case_id__actions__action__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                action: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForetoldOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    of_order_api_orders__order_id__cases_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_case_api_orders__order_id__cases_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRequestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    credit_api_customers__customer_id__credit_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    places_api_return_places_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_place_api_return_places_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__aftersales__schemas__parts__PlaceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    awaited_api_returning_parcels_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwaitedList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    recoveries_api_recoveries_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                over?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    about_api_orders__order_id__eligibility_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Eligible"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    quote_api_orders__order_id__quotes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    price_difference_api_orders__order_id__price_difference_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceDropOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    compensate_api_orders__order_id__compensations_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompensationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    amendments_api_orders__order_id__amendments_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    amend_api_orders__order_id__amendments_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendmentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    foresee_api_orders__order_id__amendments_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendmentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForeseenOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_api_cases__case_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revise_api_cases__case_id__revision_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_api_cases__case_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_api_cases__case_id__decline_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    escalate_api_cases__case_id__escalation_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ship_back_api_cases__case_id__return_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippedIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pick_up_api_cases__case_id__pickup_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PickupSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_api_cases__case_id__choice_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoiceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pay_api_cases__case_id__payment_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_api_cases__case_id__confirmation_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_api_cases__case_id__approval_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_many_api_case_approvals_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_cases__case_id__refusal_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__aftersales__schemas__acts__RefusalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    propose_api_cases__case_id__offer_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retain_api_cases__case_id__retention_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    override_api_cases__case_id__override_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__aftersales__schemas__acts__OverrideIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    fast_refund_api_cases__case_id__fast_refund_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FastRefundIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_api_cases__case_id__retry_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ship_instead_api_cases__case_id__shipped_instead_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_evidence_api_cases__case_id__evidence_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    note_needs_api_cases__case_id__needs_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    judge_api_cases__case_id__judgement_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    contest_api_cases__case_id__contest_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    concede_api_cases__case_id__concession_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rule_api_cases__case_id__ruling_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    settle_api_cases__case_id__settlement_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reopen_api_cases__case_id__reopening_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopeningIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remind_api_recoveries__recovery_id__reminders_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recovery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_recovery_api_recoveries__recovery_id__end_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recovery_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryEnd"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_place_api_return_places__place_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__aftersales__schemas__parts__PlaceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    receive_api_cases__case_id__receipt_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_receipt_api_cases__case_id__receipt_refusal_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptRefusalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    report_return_api_cases__case_id__return_news_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__aftersales__schemas__acts__NewsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ship_replacement_api_cases__case_id__replacement_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippedIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    report_replacement_api_cases__case_id__replacement_news_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__aftersales__schemas__acts__NewsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    convert_api_cases__case_id__conversion_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    intercept_api_cases__case_id__interception_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    answer_interception_api_cases__case_id__interception_answer_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterceptionAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    parcel_back_api_cases__case_id__parcel_back_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retention_api_case_reports_retention_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
                by?: "agent" | "reason";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionReport"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    return_times_api_case_reports_return_times_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnTimes"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    couriers_api_case_reports_couriers_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourierReport"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    completion_api_case_reports_completion_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionReport"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    automation_api_case_reports_automation_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationReport"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    disputes_api_case_reports_disputes_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchReport"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rows_api_case_reports_rows_get: {
        parameters: {
            query: {
                ids: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    parcels_api_warehouse_parcels_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                tracking_no?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    interceptions_api_warehouse_interceptions_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                answered?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppingList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    replacements_api_warehouse_replacements_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    receive_api_warehouse_cases__case_id__receipt_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_warehouse_cases__case_id__receipt_refusal_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptRefusalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    signed_in_api_warehouse_cases__case_id__parcel_back_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    send_api_warehouse_cases__case_id__replacement_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippedIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    answered_api_warehouse_cases__case_id__interception_answer_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterceptionAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    settings_api_aftersales_settings_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSettingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_api_aftersales_settings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoicesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSettingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    own_orders_chat_aftersales_orders_get: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrderPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    about_chat_aftersales_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Eligible"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    quote_chat_aftersales_orders__order_id__quotes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_case_chat_aftersales_orders__order_id__cases_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    amend_chat_aftersales_orders__order_id__amendments_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendmentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    own_cases_chat_aftersales_cases_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseList"];
                };
            };
        };
    };
    ask_together_chat_aftersales_cases_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TogetherIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    follow_chat_aftersales_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_evidence_chat_aftersales_cases__case_id__evidence_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pick_up_chat_aftersales_cases__case_id__pickup_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PickupSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ship_back_chat_aftersales_cases__case_id__return_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippedIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_chat_aftersales_cases__case_id__acceptance_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_chat_aftersales_cases__case_id__decline_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_chat_aftersales_cases__case_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revise_chat_aftersales_cases__case_id__revision_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    escalate_chat_aftersales_cases__case_id__escalation_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_chat_aftersales_cases__case_id__choice_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoiceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pay_chat_aftersales_cases__case_id__payment_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_chat_aftersales_cases__case_id__confirmation_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seen"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    send_guide_api_cases__case_id__guides_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuideIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    note_feedback_api_cases__case_id__feedback_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    card_api_return_card_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnCard"];
                };
            };
        };
    };
    open_guide_chat_aftersales_cases__case_id__guides__code__opening_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__aftersales__schemas__caring__GuideOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    tick_chat_aftersales_cases__case_id__guides__code__steps__step__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                code: string;
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__aftersales__schemas__caring__GuideOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    give_feedback_chat_aftersales_cases__case_id__feedback_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    picture_chat_aftersales_pictures__name__svg_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    aid_api_conversations__conversation_id__assist_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AidOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    guide_api_conversations__conversation_id__guide_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__assist__schemas__GuideOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_topic_api_conversations__conversation_id__topic_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AidOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    draft_api_conversations__conversation_id__drafts_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftAsked"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    all_topics_api_assist_topics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicList"];
                };
            };
        };
    };
    tense_api_assist_tense_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenseList"];
                };
            };
        };
    };
    switched_api_assist_switches_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__assist__schemas__SwitchList"];
                };
            };
        };
    };
    switch_api_assist_switches__shop_id___feature__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
                feature: components["schemas"]["Feature"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rest_api_me_cool_down_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hard_talks_api_hard_talks_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HardList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    products_api_products_get: {
        parameters: {
            query?: {
                q?: string;
                shop_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    stock_api_skus__sku_id__stock_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    record_stock_api_skus__sku_id__stock_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Counted"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    stock_differences_api_stock_differences_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferenceList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_threshold_api_shops__shop_id__stock_threshold_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Threshold"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    listed_api_calls_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                shown?: components["schemas"]["CallsShown"];
                direction?: components["schemas"]["CallDirection"] | null;
                matter?: components["schemas"]["Matter"] | null;
                customer_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    log_call_api_calls_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoggedCall"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    figures_api_calls_figures_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallFigures"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_calls__call_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pick_up_api_calls__call_id__taker_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    write_up_api_calls__call_id__notes_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    call_back_api_calls__call_id__callback_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_number_api_calls__call_id__number_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    key_api_phone_key_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneKey"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    heard_api_phone_calls_post: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: {
                authorization?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__channels__phone__schemas__NewsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heard"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    visit_chat__shop_code__visits_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    current_chat_talk_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentOut"];
                };
            };
        };
    };
    messages_chat_messages_get: {
        parameters: {
            query?: {
                after?: number | null;
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    say_chat_messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__channels__webchat__schemas__MessageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_chat_read_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rate_chat_rating_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    upload_chat_files_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_chat_files_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    download_chat_files__file_id__get: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    thumb_chat_files__file_id__thumb_get: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    claim_chat_order_claims_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    orders_chat_orders_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersOut"];
                };
            };
        };
    };
    show_settings_api_shops__shop_id__webchat_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_settings_api_shops__shop_id__webchat_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    renew_secret_api_shops__shop_id__webchat_secrets_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    phone_api_shops__shop_id__wechat_twin_people__open_id__messages_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
                open_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    write_api_shops__shop_id__wechat_twin_people__open_id__messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
                open_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrittenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_mood_api_shops__shop_id__wechat_twin_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoodIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoodIn"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pushed_api_couriers_callbacks__name__post: {
        parameters: {
            query?: never;
            header?: {
                "X-Timestamp"?: string;
                "X-Signature"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    imports_api_imports_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    upload_api_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_imports_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    one_api_imports__run_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    match_api_imports__run_id__mapping_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_api_imports__run_id__start_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    report_api_imports__run_id__report_csv_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mappings_api_import_mappings_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    keep_api_import_mappings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeptIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    key_api_platforms__platform__key_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path: {
                platform: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformKey"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    told_api_platforms__platform__cases_post: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: {
                "X-Timestamp"?: string;
                "X-Signature"?: string;
            };
            path: {
                platform: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformTaken"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    page_api_conversations_get: {
        parameters: {
            query?: {
                view?: string;
                shop_id?: string | null;
                channel?: string | null;
                stage?: components["schemas"]["Stage-Input"] | null;
                priority?: components["schemas"]["Priority"] | null;
                customer_id?: string | null;
                assignee_id?: string | null;
                tags?: string[] | null;
                sort?: ("recent" | "waiting") | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    counts_api_conversations_counts_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    found_api_conversations_search_get: {
        parameters: {
            query: {
                q: string;
                shop_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    lost_api_conversations_losses_get: {
        parameters: {
            query?: {
                days?: number;
                shop_id?: string | null;
                day?: string | null;
                hour?: number | null;
                never_answered?: boolean;
                order?: "left" | "waited";
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LossesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    opened_api_conversations__conversation_id__get: {
        parameters: {
            query?: {
                messages?: number;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    message_page_api_conversations__conversation_id__messages_get: {
        parameters: {
            query?: {
                before?: number | null;
                after?: number | null;
                limit?: number;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    say_api_conversations__conversation_id__messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Say"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__conversations__schemas__messages__MessageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    story_api_conversations__conversation_id__timeline_get: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    assign_api_conversations__conversation_id__assignment_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__conversations__schemas__verbs__Assignment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    give_back_api_conversations__conversation_id__assignment_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    snooze_api_conversations__conversation_id__snooze_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Snooze"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    wake_api_conversations__conversation_id__snooze_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_api_conversations__conversation_id__closure_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Closure"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reopen_api_conversations__conversation_id__closure_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_stage_api_conversations__conversation_id__stage_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_priority_api_conversations__conversation_id__priority_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrioritySet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_tags_api_conversations__conversation_id__tags_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__conversations__schemas__verbs__TagsSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_api_conversations__conversation_id__read_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mark_unread_api_conversations__conversation_id__read_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    keep_draft_api_conversations__conversation_id__draft_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    batch_api_conversation_batches_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hold_api_conversations__conversation_id__hold_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldNow"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    begin_api_conversations__conversation_id__hold_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__conversations__schemas__messages__MessageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    extend_api_conversations__conversation_id__hold_extensions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldExtension"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__conversations__schemas__messages__MessageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    answer_api_conversations__conversation_id__hold_answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__conversations__schemas__messages__MessageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cancel_api_conversations__conversation_id__hold_cancellation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldGivenUp"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    late_api_late_holds_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowPage"];
                };
            };
        };
    };
    report_api_hold_report_get: {
        parameters: {
            query: {
                shop_id: string;
                start: string;
                end: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    closing_reasons_api_closing_reasons_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonList"];
                };
            };
        };
    };
    my_views_api_views_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
        };
    };
    keep_view_api_views_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_view_api_views__view_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    drop_view_api_views__view_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    channel_settings_api_shops__shop_id__channels__channel__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelSettingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_channel_settings_api_shops__shop_id__channels__channel__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelSettingsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelSettingsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    render_phrase_api_phrases__phrase_id__rendering_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhraseContext"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    order_status_api_conversations__conversation_id__order_status_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderStatusAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentenceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_over_api_conversations__conversation_id__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeingWritten"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedOver"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    emojis_api_conversations__conversation_id__emojis_get: {
        parameters: {
            query?: {
                text?: string;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmojiOffer"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    offered_api_conversations__conversation_id__phrases_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    report_api_phrase_report_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseReport"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hot_questions_api_hot_questions_get: {
        parameters: {
            query: {
                shop_id: string;
                state?: components["schemas"]["HotState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mine_api_hot_questions_mining_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MineIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    dismiss_api_hot_questions__hot_id__dismissal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cover_api_hot_questions__hot_id__phrase_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    listed_api_auto_replies_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoReplyList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_api_auto_replies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAutoReply"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoReplyOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_api_auto_replies__auto_reply_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auto_reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoReplyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoReplyOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_api_auto_replies__auto_reply_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                auto_reply_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    waiting_api_help_requests_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpList"];
                };
            };
        };
    };
    ask_api_conversations__conversation_id__help_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    whisper_api_conversations__conversation_id__whispers_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhisperIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__conversations__schemas__messages__MessageOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_over_api_conversations__conversation_id__take_over_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    upload_api_files_post: {
        parameters: {
            query?: {
                shop_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_files_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__core__files__routes__FileOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    download_api_files__file_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    thumb_api_files__file_id__thumb_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_customers_api_customers_get: {
        parameters: {
            query?: {
                q?: string;
                shop_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_api_customers__customer_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_api_customers__customer_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_tags_api_customers__customer_id__tags_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__customers__schemas__TagsSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_consent_api_customers__customer_id__consent_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_address_api_customers__customer_id__addresses_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_address_api_customers__customer_id__addresses__address_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                address_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_reveals_api_customers__customer_id__reveals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reveal_api_customers__customer_id__reveals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_lookalikes_api_customers__customer_id__lookalikes_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookalikeList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    plan_merge_api_customers__customer_id__merge_plan_get: {
        parameters: {
            query: {
                other_id: string;
            };
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePlan"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    merge_api_customers__customer_id__merges_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_customers__customer_id__exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    erase_api_customers__customer_id__personal_data_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__customers__schemas__CustomerOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    about_api_evidence_get: {
        parameters: {
            query: {
                subject_type: components["schemas"]["SubjectType"];
                subject_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    capture_api_evidence_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Capture"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    kinds_api_evidence_kinds_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindList"];
                };
            };
        };
    };
    articles_api_articles_get: {
        parameters: {
            query?: {
                q?: string;
                shop_id?: string | null;
                state?: components["schemas"]["ArticleState"] | null;
                kind?: components["schemas"]["xiaoer__knowledge__models__articles__Kind"] | null;
                category?: string | null;
                product_id?: string | null;
                due?: boolean;
                flagged?: boolean;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    write_api_articles_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArticle"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_articles__article_id__get: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_api_articles__article_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedArticle"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    versions_api_articles__article_id__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__VersionList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    publish_api_articles__article_id__publication_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhichVersion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retire_api_articles__article_id__publication_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    review_api_articles__article_id__reviews_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__ArticleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    view_api_articles__article_id__views_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sent_api_articles__article_id__sendings_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    vote_api_articles__article_id__vote_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoteIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    faq_chat__shop_code__faq_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaqPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    search_chat__shop_code__faq_search_get: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path: {
                shop_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaqFound"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    article_chat__shop_code__faq__number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_code: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaqOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    vote_chat__shop_code__faq__number__vote_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_code: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitorVote"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    flag_api_articles__article_id__flags_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    flags_api_article_flags_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                article_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resolve_api_article_flags__flag_id__resolution_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flag_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gaps_api_article_gaps_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    note_gap_api_article_gaps_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GapIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_gap_api_article_gaps__gap_id__closing_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gap_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__knowledge__schemas__ClosingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    categories_api_article_categories_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__CategoryList"];
                };
            };
        };
    };
    add_category_api_article_categories_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__CategoryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    order_categories_api_article_categories_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__knowledge__schemas__CategoryOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__CategoryList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_category_api_article_categories__category_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__knowledge__schemas__CategoryIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__knowledge__schemas__CategoryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    search_api_knowledge_search_get: {
        parameters: {
            query: {
                q: string;
                shop_id?: string | null;
                product_id?: string[];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    card_api_products__product_id__knowledge_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    listed_api_notices_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                customer_id?: string | null;
                subject_id?: string | null;
                state?: components["schemas"]["NoticeState"] | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    notify_api_notices_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNotice"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_notices__notice_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    templates_api_notice_templates_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
        };
    };
    write_template_api_notice_templates_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    counts_api_order_steps_counts_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    addresses_api_order_steps_addresses_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderCheckOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_api_order_steps_addresses__order_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__orders__schemas__confirming__AddressIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    astray_api_order_steps_astray_get: {
        parameters: {
            query: {
                shop_id: string;
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AstrayOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cod_api_order_steps_cod_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderCheckOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    log_call_api_order_steps_cod__order_id__calls_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refused_api_order_steps_cod__order_id__refusal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__orders__schemas__confirming__RefusalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cod_report_api_order_steps_cod_report_get: {
        parameters: {
            query: {
                shop_id: string;
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodReportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    exceptions_api_order_steps_cod_exceptions_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unpaid_api_order_steps_unpaid_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnpaidList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    classify_api_order_steps_unpaid__order_id__why_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    nudge_api_order_steps_unpaid__order_id__nudges_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_api_order_steps_unpaid__order_id__closing_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    nudges_api_order_steps_unpaid_nudges_get: {
        parameters: {
            query: {
                shop_id: string;
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NudgedOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ratings_api_order_steps_ratings_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rate_api_order_steps_ratings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    orders_api_orders_get: {
        parameters: {
            query?: {
                customer_id?: string | null;
                shop_id?: string | null;
                status?: components["schemas"]["OrderStatus"] | null;
                q?: string;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    order_api_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__orders__schemas__OrderOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remark_api_orders__order_id__remarks_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemarkOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    money_api_orders__order_id__money_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    for_people_api_payments_for_people_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovementList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    instruments_api_customers__customer_id__instruments_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_api_payments_movements__movement_id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                movement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovementOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    intervene_api_payments_movements__movement_id__interventions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                movement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterventionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterventionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_api_payments_interventions__intervention_id__approval_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                intervention_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterventionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    refuse_api_payments_interventions__intervention_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                intervention_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterventionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    callback_api_payments_callbacks__name__post: {
        parameters: {
            query?: never;
            header?: {
                "X-Timestamp"?: string;
                "X-Signature"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__payments__schemas__CallbackOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    offered_api_phrases_get: {
        parameters: {
            query?: {
                q?: string;
                category?: string | null;
                scope?: ("shared" | "personal") | null;
                shop_id?: string | null;
                standing?: components["schemas"]["Standing"];
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasePage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    write_api_phrases_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPhrase"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_phrases__phrase_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_api_phrases__phrase_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhraseIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retire_api_phrases__phrase_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    restore_api_phrases__phrase_id__retirement_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    copy_api_phrases__phrase_id__copies_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    versions_api_phrases__phrase_id__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__phrases__schemas__VersionList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    variables_api_phrase_variables_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariableList"];
                };
            };
        };
    };
    categories_api_phrase_categories_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__phrases__schemas__CategoryList"];
                };
            };
        };
    };
    add_category_api_phrase_categories_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__phrases__schemas__CategoryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    order_categories_api_phrase_categories_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__phrases__schemas__CategoryOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__phrases__schemas__CategoryList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_category_api_phrase_categories__category_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__phrases__schemas__CategoryIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__phrases__schemas__CategoryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    word_rules_api_word_rules_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    watch_api_word_rules_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    forget_word_api_word_rules__rule_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    emojis_api_emojis_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmojiList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_emoji_api_emojis_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmojiIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmojiOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    checks_api_shops__shop_id__reply_checks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecksOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_checks_api_shops__shop_id__reply_checks_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChecksIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecksOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    care_for_api_phrases__phrase_id__care_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CareIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    review_api_phrases__phrase_id__reviews_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhraseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    inconsistencies_api_phrase_inconsistencies_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InconsistencyList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    all_promotions_api_promotions_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_promotion_api_promotions_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromotionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list__api_playbooks_get: {
        parameters: {
            query?: {
                subject_type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaybookList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_playbooks__playbook__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                playbook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaybookFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    checklist_api_playbooks__playbook__checklists__branch__get: {
        parameters: {
            query: {
                subject_type: string;
                subject_id: string;
                shop_id?: string | null;
            };
            header?: never;
            path: {
                playbook: string;
                branch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    results_api_playbook_results_get: {
        parameters: {
            query: {
                shop_id: string;
                playbook: string;
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchResults"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    about_api_playbook_runs_get: {
        parameters: {
            query: {
                subject_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_api_playbook_runs_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartRun"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_playbook_runs__run_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    learn_api_playbook_runs__run_id__facts_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LearnFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_step_api_playbook_runs__run_id__steps_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeStep"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_back_api_playbook_runs__run_id__steps__step__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    use_words_api_playbook_runs__run_id__words_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseWords"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    checklist_api_playbook_runs__run_id__checklist_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    attach_api_playbook_runs__run_id__checklist__item___evidence_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
                item: string;
                evidence_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    detach_api_playbook_runs__run_id__checklist__item___evidence_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
                item: string;
                evidence_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    finish_api_playbook_runs__run_id__result_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishRun"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rule_api_playbook_runs__run_id__ruling_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleRun"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list__api_appeals_get: {
        parameters: {
            query?: {
                state?: components["schemas"]["AppealState"] | null;
                subject_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open__api_appeals_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAppeal"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_appeals__appeal_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appeal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    appeal_ruling_api_playbook_runs__run_id__appeal_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealRuling"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    submit_api_appeals__appeal_id__submission_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                appeal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitAppeal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decide_api_appeals__appeal_id__decision_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                appeal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAppeal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    drop_api_appeals__appeal_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                appeal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropAppeal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    results_api_appeal_results_get: {
        parameters: {
            query: {
                shop_id: string;
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealResults"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    policies_api_policies_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                table?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    draft_api_policies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    versions_api_policies__policy_id__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__versions__VersionList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    words_api_policy_vocabulary_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VocabularyOut"];
                };
            };
        };
    };
    clauses_api_policy_clauses_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    profiles_api_policy_profiles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
        };
    };
    apply_api_policy_profiles__profile__application_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__versions__VersionList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_policy_versions__version_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    edits_api_policy_versions__version_id__edits_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_row_api_policy_versions__version_id__rows__row_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
                row_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_row_api_policy_versions__version_id__rows__row_id__delete: {
        parameters: {
            query?: {
                revision?: number | null;
            };
            header?: never;
            path: {
                version_id: string;
                row_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_column_api_policy_versions__version_id__columns__kind___name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
                kind: "facts" | "outputs";
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColumnIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_column_api_policy_versions__version_id__columns__kind___name__delete: {
        parameters: {
            query?: {
                revision?: number | null;
            };
            header?: never;
            path: {
                version_id: string;
                kind: "facts" | "outputs";
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_part_api_policy_versions__version_id__parts__part__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionFull"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_api_policy_versions__version_id__check_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    try_case_api_policy_versions__version_id__trials_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trial"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    shadow_api_policy_versions__version_id__shadow_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__versions__VersionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    differences_api_policy_versions__version_id__differences_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    activate_api_policy_versions__version_id__activation_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Activation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__versions__VersionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retire_api_policy_versions__version_id__retirement_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__versions__VersionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_reading_api_policy_versions__version_id__reading_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    readings_api_policy_versions__version_id__readings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    replays_api_policy_versions__version_id__replays_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_api_policy_versions__version_id__replays_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    replay_api_policy_replays__replay_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replay_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decided_api_policy_decisions_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                table?: string | null;
                row?: string | null;
                subject_id?: string | null;
                version_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decision_api_policy_decisions__decision_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__decisions__DecisionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    override_api_policy_decisions__decision_id__override_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__policies__schemas__decisions__OverrideIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__decisions__DecisionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    fairness_api_policy_fairness_get: {
        parameters: {
            query: {
                shop_id: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlikeList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    automations_api_automations_get: {
        parameters: {
            query: {
                shop_id: string;
                promotion?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__decisions__SwitchList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_switch_api_automations__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__policies__schemas__decisions__SwitchList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    published_chat__shop_code__policies_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    owed_api_promises_get: {
        parameters: {
            query: {
                shop_id: string;
                kind?: string | null;
                owner_agent_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisePage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    make_api_promises_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPromise"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_promises__promise_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    keep_api_promises__promise_id__fulfilment_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    release_api_promises__promise_id__release_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__promises__schemas__Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pause_api_promises__promise_id__pause_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__promises__schemas__Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resume_api_promises__promise_id__pause_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    extend_api_promises__promise_id__extension_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Extension"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hand_over_api_promises__promise_id__owner_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Owner"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    calendars_api_calendars_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarList"];
                };
            };
        };
    };
    add_calendar_api_calendars_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCalendar"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    calendar_api_calendars__calendar_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_calendar_api_calendars__calendar_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    openings_api_calendars_openings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_days_api_calendars__calendar_id__days_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DaysIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    import_holidays_api_calendars__calendar_id__holidays_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Holidays"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    board_api_shipping_board_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    behind_api_shipping_behind__figure__get: {
        parameters: {
            query: {
                shop_id: string;
                warehouse_id?: string | null;
                courier?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                figure: components["schemas"]["Figure"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BehindPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    of_order_api_shipping_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderShippingOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pack_api_shipping_parcels_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    track_api_shipping_tracking_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScansIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["xiaoer__shipping__schemas__TakenOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    suspend_api_shipping_suspensions_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspensionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    warehouses_api_shipping_warehouses_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseSet"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_warehouse_api_shipping_warehouses_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseSet"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_warehouse_api_shipping_warehouses__warehouse_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warehouse_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseSet"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reminders_api_shipping_reminders_get: {
        parameters: {
            query: {
                shop_id: string;
                closed?: boolean;
                order_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remind_api_shipping_reminders_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindersOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    answer_api_shipping_reminders__reminder_id__answer_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    agree_api_shipping_reminders__reminder_id__plan_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    close_api_shipping_reminders__reminder_id__closing_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__shipping__schemas__reminders__ClosingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    lessons_api_shipping_lessons_get: {
        parameters: {
            query: {
                shop_id: string;
                q?: string;
                cause?: components["schemas"]["Cause"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_courier_api_shipping_couriers_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourierIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourierOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    next_courier_api_shipping_couriers_next_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unmarked_presales_api_shipping_unmarked_presales_get: {
        parameters: {
            query: {
                shop_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresaleOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delays_api_shipping_delays_get: {
        parameters: {
            query: {
                shop_id: string;
                over?: boolean;
                order_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelayPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    tell_api_shipping_delays_notices_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TellIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    record_api_shipping_delays__delay_id__answer_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delay_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    blame_api_shipping_delays__delay_id__cause_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delay_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CauseIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    indicators_api_shipping_indicators_get: {
        parameters: {
            query: {
                shop_id: string;
                since: string;
                until: string;
                by?: components["schemas"]["By"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    compensations_api_shipping_compensations_get: {
        parameters: {
            query: {
                shop_id: string;
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompensatedOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    troubles_api_shipping_troubles_get: {
        parameters: {
            query: {
                shop_id: string;
                over?: boolean;
                order_id?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TroublePage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_trouble_api_shipping_troubles_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TroubleIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TroubleMade"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    entries_api_shipping_troubles__trouble_id__entries_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trouble_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntriesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    write_api_shipping_troubles__trouble_id__entries_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                trouble_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TroubleEntryIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TroubleEntryOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_api_shipping_troubles__trouble_id__end_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trouble_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TroubleEndIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    performance_api_shipping_performance_get: {
        parameters: {
            query: {
                shop_id: string;
                since: string;
                until: string;
                regions?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformanceOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    announce_api_shipping_notices_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    queue_api_tasks_get: {
        parameters: {
            query?: {
                shop_id?: string | null;
                mine?: boolean;
                assignee_agent_id?: string | null;
                assignee_group_id?: string | null;
                subject_id?: string | null;
                ended?: boolean;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_task_api_tasks_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_api_tasks__task_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    story_api_tasks__task_id__timeline_get: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStory"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    acknowledge_api_tasks__task_id__acknowledgement_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reassign_api_tasks__task_id__assignment_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__tasks__schemas__Assignment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    postpone_api_tasks__task_id__due_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Postponement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    complete_api_tasks__task_id__completion_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Completion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cancel_api_tasks__task_id__cancellation_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["xiaoer__tasks__schemas__Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    comment_api_tasks__task_id__comments_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_agents_api_agents_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentList"];
                };
            };
        };
    };
    add_agent_api_agents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_agent_api_agents__agent_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_password_api_agents__agent_id__password_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reactivate_api_agents__agent_id__activation_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    deactivate_api_agents__agent_id__activation_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    end_sign_ins_api_agents__agent_id__sign_ins_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_roles_api_roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
        };
    };
    add_role_api_roles_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_role_api_roles__role_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_groups_api_groups_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupList"];
                };
            };
        };
    };
    add_group_api_groups_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupName"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rename_group_api_groups__group_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupNew"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupName"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    whoami_api_session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    sign_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    set_presence_api_me_presence_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_preferences_api_me_preferences_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_password_api_me_password_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_sign_ins_api_me_sign_ins_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInList"];
                };
            };
        };
    };
    end_other_sign_ins_api_me_sign_ins_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    end_sign_in_api_me_sign_ins__sign_in_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sign_in_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_up_api_setup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
}
