package io.leadscore.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The part of HubSpot's API that is used, a method for each endpoint. */
interface HubSpotApi {

    @GetExchange("/account-info/{version}/details")
    ResponseEntity<AccountAnswer> account(@PathVariable String version);

    @PostExchange("/crm/objects/{version}/{type}/search")
    ResponseEntity<CrmObjects> search(
            @PathVariable String version, @PathVariable String type, @RequestBody SearchQuery query);

    @GetExchange("/crm/objects/{version}/{type}")
    ResponseEntity<CrmObjects> list(
            @PathVariable String version,
            @PathVariable String type,
            @RequestParam int limit,
            @RequestParam String properties,
            @RequestParam(required = false) @Nullable String after);

    @GetExchange("/crm/objects/{version}/contacts/{id}")
    ResponseEntity<CrmObject> contact(
            @PathVariable String version, @PathVariable long id, @RequestParam String properties);

    @PostExchange("/crm/objects/{version}/{type}/batch/read")
    ResponseEntity<CrmObjects> read(
            @PathVariable String version, @PathVariable String type, @RequestBody ReadInputs inputs);

    /** Not idempotent. */
    @PostExchange("/crm/objects/{version}/{type}/batch/create")
    ResponseEntity<CrmObjects> create(
            @PathVariable String version, @PathVariable String type, @RequestBody ActivityInputs inputs);

    @PostExchange("/crm/objects/{version}/contacts/batch/update")
    ResponseEntity<CrmObjects> updateContacts(@PathVariable String version, @RequestBody UpdateInputs updates);

    @PostExchange("/crm/associations/{version}/{from}/{to}/batch/read")
    ResponseEntity<Associations> associations(
            @PathVariable String version,
            @PathVariable String from,
            @PathVariable String to,
            @RequestBody AssociationInputs inputs);

    @GetExchange("/crm/properties/{version}/{type}")
    ResponseEntity<Properties> properties(@PathVariable String version, @PathVariable String type);

    @GetExchange("/crm/properties/{version}/contacts/{name}")
    ResponseEntity<Property> contactProperty(@PathVariable String version, @PathVariable String name);

    @PostExchange("/crm/properties/{version}/contacts")
    ResponseEntity<Property> createContactProperty(@PathVariable String version, @RequestBody Property property);

    @GetExchange("/crm/properties/{version}/contacts/groups/{name}")
    ResponseEntity<PropertyGroup> contactPropertyGroup(@PathVariable String version, @PathVariable String name);

    @PostExchange("/crm/properties/{version}/contacts/groups")
    ResponseEntity<PropertyGroup> createContactPropertyGroup(
            @PathVariable String version, @RequestBody PropertyGroup group);

    @GetExchange("/crm/pipelines/{version}/deals")
    ResponseEntity<Pipelines> dealPipelines(@PathVariable String version);

    @GetExchange("/crm/owners/{version}")
    ResponseEntity<OwnersAnswer> owners(
            @PathVariable String version,
            @RequestParam int limit,
            @RequestParam boolean archived,
            @RequestParam(required = false) @Nullable String after);

    @GetExchange("/crm/lists/{version}/object-type-id/0-1/name/{name}")
    ResponseEntity<ListAnswer> contactListNamed(@PathVariable String version, @PathVariable String name);

    @GetExchange("/crm/lists/{version}/{id}")
    ResponseEntity<ListAnswer> list(@PathVariable String version, @PathVariable long id);

    @PostExchange("/crm/lists/{version}")
    ResponseEntity<ListAnswer> createList(@PathVariable String version, @RequestBody ListInput list);

    @PutExchange("/crm/lists/{version}/{id}/memberships/add")
    ResponseEntity<MembersAnswer> addMembers(
            @PathVariable String version, @PathVariable long id, @RequestBody List<String> contactIds);

    @PutExchange("/crm/lists/{version}/{id}/memberships/remove")
    ResponseEntity<MembersAnswer> removeMembers(
            @PathVariable String version, @PathVariable long id, @RequestBody List<String> contactIds);

    @PutExchange("/crm/lists/{version}/{id}/memberships/add-and-remove")
    ResponseEntity<MembersAnswer> changeMembers(
            @PathVariable String version, @PathVariable long id, @RequestBody MembersInput members);

    /** Flows are in no dated version. */
    @GetExchange("/automation/v4/flows/{flowId}")
    ResponseEntity<FlowAnswer> flow(@PathVariable long flowId);

    @PostExchange("/automation/v4/workflow-id-mappings/batch/read")
    ResponseEntity<FlowIds> flowIds(@RequestBody FlowIdInputs inputs);

    /** Not idempotent. Answers 204 without a body. */
    @PostExchange("/automation/v2/workflows/{workflowId}/enrollments/contacts/{email}")
    ResponseEntity<Void> enrol(@PathVariable long workflowId, @PathVariable String email);
}
