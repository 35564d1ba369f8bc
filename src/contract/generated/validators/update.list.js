// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:update.list.request
var updateList = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/update.list.request.json", "description": "Lists updates, or chooses the latest of each line.", "type": "object", "properties": { "name": { "description": "Wildcard (* and ?) on the title, without regard to case.", "type": "string" }, "articleId": { "description": "Articles, with or without KB; * and ? are wildcards.", "type": ["string", "array"], "items": { "type": "string" } }, "uniqueId": { "description": "Identities.", "type": ["string", "array"], "items": { "type": "string" } }, "product": { "description": "Names or GUIDs of products.", "type": ["string", "array"], "items": { "type": "string" } }, "family": { "description": "For example Windows 11.", "type": "string" }, "release": { "description": "For example 24H2.", "type": "string" }, "version": { "description": "The same as release.", "type": "string" }, "architecture": { "$ref": "architecture.json" }, "kind": { "$ref": "kind.json" }, "classification": { "description": "Name or GUID.", "type": "string" }, "category": { "description": "Names or GUIDs of products, families or classifications; an update that has one of them fits.", "type": ["string", "array"], "items": { "type": "string" } }, "severity": { "description": "Severities, for example Critical; None means that the source gives none.", "type": ["string", "array"], "items": { "type": "string" } }, "postedAfter": { "description": "Posted at or after this date or time (RFC 3339, UTC).", "type": "string" }, "postedBefore": { "description": "Posted before this date or time.", "type": "string" }, "superseded": { "description": "Only superseded (true) or only others (false).", "type": "boolean" }, "expired": { "description": "Only expired, or only others.", "type": "boolean" }, "hidden": { "description": "Only hidden, or only others.", "type": "boolean" }, "provisioned": { "description": "Only with verified content, or only without.", "type": "boolean" }, "offlineServiceable": { "description": "Only those that DISM can apply offline, or only others.", "type": "boolean" }, "deployed": { "description": "Only what a schedule that waits or runs names, or what a registered image has; or only the others. What a rule will choose is not known before its run.", "type": "boolean" }, "asOf": { "description": "The catalog as it was at this date or time.", "type": "string" }, "latest": { "description": "One update per line.", "type": "boolean" }, "previous": { "description": "With latest: so many back.", "type": "integer", "minimum": 0 }, "preview": { "description": "Do previews compete? Default exclude.", "type": "string", "enum": ["include", "exclude"] }, "outOfBand": { "description": "Do out-of-band updates compete? Default include.", "type": "string", "enum": ["include", "prefer-regular", "exclude"] }, "deferralDays": { "description": "Days that an update must have been public.", "type": "integer", "minimum": 0, "maximum": 3650 }, "holds": { "description": "KBs that are never chosen while the hold lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "pins": { "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "maximumAgeDays": { "description": "Warn when the chosen update is older than so many days.", "type": "integer", "minimum": 1, "maximum": 36500 }, "rule": { "description": "With latest: name of a rule; members of the request outrank its own.", "type": "string", "minLength": 1 }, "applicableTo": { "description": "Name or id of a registered image, or a file: only what fits it.", "type": "string", "minLength": 1 }, "index": { "description": "Index of that image; default all.", "type": "integer", "minimum": 1 }, "explain": { "description": "Add every candidate with its decision.", "type": "boolean" }, "whyNot": { "description": "With latest: why was this update (KB or uniqueId) not chosen?", "type": "string", "minLength": 1 }, "limit": { "description": "At most so many.", "type": "integer", "minimum": 1, "maximum": 1e5, "default": 500 }, "after": { "description": "Cursor of the list before.", "type": "string" } }, "additionalProperties": false };
var schema12 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/architecture.json", "description": "Processor architecture.", "type": "string", "enum": ["x86", "x64", "arm64"] };
var schema13 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/kind.json", "description": "Kind of an update.", "type": "string", "enum": ["CumulativeUpdate", "CumulativeUpdatePreview", "DynamicCumulativeUpdate", "ServicingStackUpdate", "DotNetCumulativeUpdate", "DotNetCumulativeUpdatePreview", "SafeOSDynamicUpdate", "SetupDynamicUpdate", "DynamicUpdate", "MonthlyRollup", "MonthlyRollupPreview", "SecurityOnly", "SecurityUpdate", "EnablementPackage", "FeatureUpdate", "LanguagePack", "FeatureOnDemand", "Hotpatch", "Driver", "Definition", "Tool", "Other", "Unknown"] };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^(?:[Kk][Bb])?\\d{5,10}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.limit === void 0) {
      data.limit = 500;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (typeof data.name !== "string") {
        const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.articleId !== void 0) {
      let data1 = data.articleId;
      if (typeof data1 !== "string" && !Array.isArray(data1)) {
        const err2 = { instancePath: instancePath + "/articleId", schemaPath: "#/properties/articleId/type", keyword: "type", params: { type: schema11.properties.articleId.type }, message: "must be string,array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data1[i0] !== "string") {
            const err3 = { instancePath: instancePath + "/articleId/" + i0, schemaPath: "#/properties/articleId/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      }
    }
    if (data.uniqueId !== void 0) {
      let data3 = data.uniqueId;
      if (typeof data3 !== "string" && !Array.isArray(data3)) {
        const err4 = { instancePath: instancePath + "/uniqueId", schemaPath: "#/properties/uniqueId/type", keyword: "type", params: { type: schema11.properties.uniqueId.type }, message: "must be string,array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (typeof data3[i1] !== "string") {
            const err5 = { instancePath: instancePath + "/uniqueId/" + i1, schemaPath: "#/properties/uniqueId/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      }
    }
    if (data.product !== void 0) {
      let data5 = data.product;
      if (typeof data5 !== "string" && !Array.isArray(data5)) {
        const err6 = { instancePath: instancePath + "/product", schemaPath: "#/properties/product/type", keyword: "type", params: { type: schema11.properties.product.type }, message: "must be string,array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (Array.isArray(data5)) {
        const len2 = data5.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (typeof data5[i2] !== "string") {
            const err7 = { instancePath: instancePath + "/product/" + i2, schemaPath: "#/properties/product/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      }
    }
    if (data.family !== void 0) {
      if (typeof data.family !== "string") {
        const err8 = { instancePath: instancePath + "/family", schemaPath: "#/properties/family/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.release !== void 0) {
      if (typeof data.release !== "string") {
        const err9 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (typeof data.version !== "string") {
        const err10 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.architecture !== void 0) {
      let data10 = data.architecture;
      if (typeof data10 !== "string") {
        const err11 = { instancePath: instancePath + "/architecture", schemaPath: "architecture.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (!(data10 === "x86" || data10 === "x64" || data10 === "arm64")) {
        const err12 = { instancePath: instancePath + "/architecture", schemaPath: "architecture.json/enum", keyword: "enum", params: { allowedValues: schema12.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data11 = data.kind;
      if (typeof data11 !== "string") {
        const err13 = { instancePath: instancePath + "/kind", schemaPath: "kind.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data11 === "CumulativeUpdate" || data11 === "CumulativeUpdatePreview" || data11 === "DynamicCumulativeUpdate" || data11 === "ServicingStackUpdate" || data11 === "DotNetCumulativeUpdate" || data11 === "DotNetCumulativeUpdatePreview" || data11 === "SafeOSDynamicUpdate" || data11 === "SetupDynamicUpdate" || data11 === "DynamicUpdate" || data11 === "MonthlyRollup" || data11 === "MonthlyRollupPreview" || data11 === "SecurityOnly" || data11 === "SecurityUpdate" || data11 === "EnablementPackage" || data11 === "FeatureUpdate" || data11 === "LanguagePack" || data11 === "FeatureOnDemand" || data11 === "Hotpatch" || data11 === "Driver" || data11 === "Definition" || data11 === "Tool" || data11 === "Other" || data11 === "Unknown")) {
        const err14 = { instancePath: instancePath + "/kind", schemaPath: "kind.json/enum", keyword: "enum", params: { allowedValues: schema13.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.classification !== void 0) {
      if (typeof data.classification !== "string") {
        const err15 = { instancePath: instancePath + "/classification", schemaPath: "#/properties/classification/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.category !== void 0) {
      let data13 = data.category;
      if (typeof data13 !== "string" && !Array.isArray(data13)) {
        const err16 = { instancePath: instancePath + "/category", schemaPath: "#/properties/category/type", keyword: "type", params: { type: schema11.properties.category.type }, message: "must be string,array" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (Array.isArray(data13)) {
        const len3 = data13.length;
        for (let i3 = 0; i3 < len3; i3++) {
          if (typeof data13[i3] !== "string") {
            const err17 = { instancePath: instancePath + "/category/" + i3, schemaPath: "#/properties/category/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      }
    }
    if (data.severity !== void 0) {
      let data15 = data.severity;
      if (typeof data15 !== "string" && !Array.isArray(data15)) {
        const err18 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/type", keyword: "type", params: { type: schema11.properties.severity.type }, message: "must be string,array" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (Array.isArray(data15)) {
        const len4 = data15.length;
        for (let i4 = 0; i4 < len4; i4++) {
          if (typeof data15[i4] !== "string") {
            const err19 = { instancePath: instancePath + "/severity/" + i4, schemaPath: "#/properties/severity/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      }
    }
    if (data.postedAfter !== void 0) {
      if (typeof data.postedAfter !== "string") {
        const err20 = { instancePath: instancePath + "/postedAfter", schemaPath: "#/properties/postedAfter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.postedBefore !== void 0) {
      if (typeof data.postedBefore !== "string") {
        const err21 = { instancePath: instancePath + "/postedBefore", schemaPath: "#/properties/postedBefore/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.superseded !== void 0) {
      if (typeof data.superseded !== "boolean") {
        const err22 = { instancePath: instancePath + "/superseded", schemaPath: "#/properties/superseded/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.expired !== void 0) {
      if (typeof data.expired !== "boolean") {
        const err23 = { instancePath: instancePath + "/expired", schemaPath: "#/properties/expired/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.hidden !== void 0) {
      if (typeof data.hidden !== "boolean") {
        const err24 = { instancePath: instancePath + "/hidden", schemaPath: "#/properties/hidden/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.provisioned !== void 0) {
      if (typeof data.provisioned !== "boolean") {
        const err25 = { instancePath: instancePath + "/provisioned", schemaPath: "#/properties/provisioned/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.offlineServiceable !== void 0) {
      if (typeof data.offlineServiceable !== "boolean") {
        const err26 = { instancePath: instancePath + "/offlineServiceable", schemaPath: "#/properties/offlineServiceable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.deployed !== void 0) {
      if (typeof data.deployed !== "boolean") {
        const err27 = { instancePath: instancePath + "/deployed", schemaPath: "#/properties/deployed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.asOf !== void 0) {
      if (typeof data.asOf !== "string") {
        const err28 = { instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.latest !== void 0) {
      if (typeof data.latest !== "boolean") {
        const err29 = { instancePath: instancePath + "/latest", schemaPath: "#/properties/latest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.previous !== void 0) {
      let data27 = data.previous;
      if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
        const err30 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (typeof data27 == "number" && isFinite(data27)) {
        if (data27 < 0 || isNaN(data27)) {
          const err31 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      }
    }
    if (data.preview !== void 0) {
      let data28 = data.preview;
      if (typeof data28 !== "string") {
        const err32 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if (!(data28 === "include" || data28 === "exclude")) {
        const err33 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/enum", keyword: "enum", params: { allowedValues: schema11.properties.preview.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.outOfBand !== void 0) {
      let data29 = data.outOfBand;
      if (typeof data29 !== "string") {
        const err34 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (!(data29 === "include" || data29 === "prefer-regular" || data29 === "exclude")) {
        const err35 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/enum", keyword: "enum", params: { allowedValues: schema11.properties.outOfBand.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.deferralDays !== void 0) {
      let data30 = data.deferralDays;
      if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
        const err36 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (typeof data30 == "number" && isFinite(data30)) {
        if (data30 > 3650 || isNaN(data30)) {
          const err37 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (data30 < 0 || isNaN(data30)) {
          const err38 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      }
    }
    if (data.holds !== void 0) {
      let data31 = data.holds;
      if (Array.isArray(data31)) {
        const len5 = data31.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data32 = data31[i5];
          if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
            if (data32.articleId === void 0) {
              const err39 = { instancePath: instancePath + "/holds/" + i5, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            for (const key1 in data32) {
              if (!(key1 === "articleId" || key1 === "reason" || key1 === "until")) {
                const err40 = { instancePath: instancePath + "/holds/" + i5, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data32.articleId !== void 0) {
              let data33 = data32.articleId;
              if (typeof data33 === "string") {
                if (!pattern0.test(data33)) {
                  const err41 = { instancePath: instancePath + "/holds/" + i5 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
              } else {
                const err42 = { instancePath: instancePath + "/holds/" + i5 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data32.reason !== void 0) {
              let data34 = data32.reason;
              if (typeof data34 === "string") {
                if (func3(data34) > 500) {
                  const err43 = { instancePath: instancePath + "/holds/" + i5 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              } else {
                const err44 = { instancePath: instancePath + "/holds/" + i5 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (data32.until !== void 0) {
              if (typeof data32.until !== "string") {
                const err45 = { instancePath: instancePath + "/holds/" + i5 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
          } else {
            const err46 = { instancePath: instancePath + "/holds/" + i5, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
      } else {
        const err47 = { instancePath: instancePath + "/holds", schemaPath: "#/properties/holds/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.pins !== void 0) {
      let data36 = data.pins;
      if (Array.isArray(data36)) {
        const len6 = data36.length;
        for (let i6 = 0; i6 < len6; i6++) {
          let data37 = data36[i6];
          if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
            if (data37.articleId === void 0) {
              const err48 = { instancePath: instancePath + "/pins/" + i6, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            for (const key2 in data37) {
              if (!(key2 === "articleId" || key2 === "reason" || key2 === "until")) {
                const err49 = { instancePath: instancePath + "/pins/" + i6, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data37.articleId !== void 0) {
              let data38 = data37.articleId;
              if (typeof data38 === "string") {
                if (!pattern0.test(data38)) {
                  const err50 = { instancePath: instancePath + "/pins/" + i6 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
              } else {
                const err51 = { instancePath: instancePath + "/pins/" + i6 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
            if (data37.reason !== void 0) {
              let data39 = data37.reason;
              if (typeof data39 === "string") {
                if (func3(data39) > 500) {
                  const err52 = { instancePath: instancePath + "/pins/" + i6 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
              } else {
                const err53 = { instancePath: instancePath + "/pins/" + i6 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
            }
            if (data37.until !== void 0) {
              if (typeof data37.until !== "string") {
                const err54 = { instancePath: instancePath + "/pins/" + i6 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
          } else {
            const err55 = { instancePath: instancePath + "/pins/" + i6, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
      } else {
        const err56 = { instancePath: instancePath + "/pins", schemaPath: "#/properties/pins/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.maximumAgeDays !== void 0) {
      let data41 = data.maximumAgeDays;
      if (!(typeof data41 == "number" && (!(data41 % 1) && !isNaN(data41)) && isFinite(data41))) {
        const err57 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
      if (typeof data41 == "number" && isFinite(data41)) {
        if (data41 > 36500 || isNaN(data41)) {
          const err58 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
          if (vErrors === null) {
            vErrors = [err58];
          } else {
            vErrors.push(err58);
          }
          errors++;
        }
        if (data41 < 1 || isNaN(data41)) {
          const err59 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err59];
          } else {
            vErrors.push(err59);
          }
          errors++;
        }
      }
    }
    if (data.rule !== void 0) {
      let data42 = data.rule;
      if (typeof data42 === "string") {
        if (func3(data42) < 1) {
          const err60 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
      } else {
        const err61 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
    }
    if (data.applicableTo !== void 0) {
      let data43 = data.applicableTo;
      if (typeof data43 === "string") {
        if (func3(data43) < 1) {
          const err62 = { instancePath: instancePath + "/applicableTo", schemaPath: "#/properties/applicableTo/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        }
      } else {
        const err63 = { instancePath: instancePath + "/applicableTo", schemaPath: "#/properties/applicableTo/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
    }
    if (data.index !== void 0) {
      let data44 = data.index;
      if (!(typeof data44 == "number" && (!(data44 % 1) && !isNaN(data44)) && isFinite(data44))) {
        const err64 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
      if (typeof data44 == "number" && isFinite(data44)) {
        if (data44 < 1 || isNaN(data44)) {
          const err65 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
            vErrors.push(err65);
          }
          errors++;
        }
      }
    }
    if (data.explain !== void 0) {
      if (typeof data.explain !== "boolean") {
        const err66 = { instancePath: instancePath + "/explain", schemaPath: "#/properties/explain/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
    if (data.whyNot !== void 0) {
      let data46 = data.whyNot;
      if (typeof data46 === "string") {
        if (func3(data46) < 1) {
          const err67 = { instancePath: instancePath + "/whyNot", schemaPath: "#/properties/whyNot/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
      } else {
        const err68 = { instancePath: instancePath + "/whyNot", schemaPath: "#/properties/whyNot/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    let data47 = data.limit;
    if (!(typeof data47 == "number" && (!(data47 % 1) && !isNaN(data47)) && isFinite(data47))) {
      const err69 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err69];
      } else {
        vErrors.push(err69);
      }
      errors++;
    }
    if (typeof data47 == "number" && isFinite(data47)) {
      if (data47 > 1e5 || isNaN(data47)) {
        const err70 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
        if (vErrors === null) {
          vErrors = [err70];
        } else {
          vErrors.push(err70);
        }
        errors++;
      }
      if (data47 < 1 || isNaN(data47)) {
        const err71 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
    if (data.after !== void 0) {
      if (typeof data.after !== "string") {
        const err72 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
    }
  } else {
    const err73 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err73];
    } else {
      vErrors.push(err73);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  updateList
};
