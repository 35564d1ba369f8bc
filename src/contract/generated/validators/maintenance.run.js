// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:maintenance.run.request
var maintenanceRun = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/maintenance.run.request.json", "description": "Does the hygiene of every month now: declines updates, cleans up content and kept versions, maintains the database. A dry run says what and how much.", "type": "object", "properties": { "scheduleId": { "description": "A schedule of kind Maintenance: does what it says, instead of the other members.", "type": "string", "minLength": 1 }, "part": { "description": "Parts that are done, always in this order: decline, content, versions, database. Default: all.", "type": "array", "items": { "enum": ["decline", "content", "versions", "database"] }, "minItems": 1 }, "declineRule": { "description": "Which updates are declined. Default: expired, itanium, beta. With superseded, a rule that defers or takes the one before has nothing left to choose.", "type": "array", "items": { "type": "string", "enum": ["superseded", "expired", "itanium", "arm", "beta", "preview", "unused-release"] }, "minItems": 1 }, "contentOlderThan": { "description": "Besides the content of superseded and expired updates: files that were stored so many days ago or longer.", "type": "integer", "minimum": 1, "maximum": 36500 }, "contentMaximumSize": { "description": "Besides: the oldest files, until the library has at most so many bytes.", "type": "integer", "minimum": 0 }, "retainDays": { "description": "Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays. Default: as the site is set.", "type": "integer", "minimum": 0, "maximum": 36500 }, "retainBytes": { "description": "Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays. Default: as the site is set.", "type": "integer", "minimum": 0 }, "retainVersion": { "description": "Kept versions of an image besides the current one. Default: as the site is set.", "type": "integer", "minimum": 0, "maximum": 1e3 } }, "required": [], "additionalProperties": false };
var func2 = require_ucs2length().default;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "scheduleId" || key0 === "part" || key0 === "declineRule" || key0 === "contentOlderThan" || key0 === "contentMaximumSize" || key0 === "retainDays" || key0 === "retainBytes" || key0 === "retainVersion")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.scheduleId !== void 0) {
      let data0 = data.scheduleId;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err1 = { instancePath: instancePath + "/scheduleId", schemaPath: "#/properties/scheduleId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/scheduleId", schemaPath: "#/properties/scheduleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.part !== void 0) {
      let data1 = data.part;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err3 = { instancePath: instancePath + "/part", schemaPath: "#/properties/part/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (!(data2 === "decline" || data2 === "content" || data2 === "versions" || data2 === "database")) {
            const err4 = { instancePath: instancePath + "/part/" + i0, schemaPath: "#/properties/part/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.part.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/part", schemaPath: "#/properties/part/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.declineRule !== void 0) {
      let data3 = data.declineRule;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err6 = { instancePath: instancePath + "/declineRule", schemaPath: "#/properties/declineRule/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          if (typeof data4 !== "string") {
            const err7 = { instancePath: instancePath + "/declineRule/" + i1, schemaPath: "#/properties/declineRule/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (!(data4 === "superseded" || data4 === "expired" || data4 === "itanium" || data4 === "arm" || data4 === "beta" || data4 === "preview" || data4 === "unused-release")) {
            const err8 = { instancePath: instancePath + "/declineRule/" + i1, schemaPath: "#/properties/declineRule/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.declineRule.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/declineRule", schemaPath: "#/properties/declineRule/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.contentOlderThan !== void 0) {
      let data5 = data.contentOlderThan;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err10 = { instancePath: instancePath + "/contentOlderThan", schemaPath: "#/properties/contentOlderThan/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 36500 || isNaN(data5)) {
          const err11 = { instancePath: instancePath + "/contentOlderThan", schemaPath: "#/properties/contentOlderThan/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err12 = { instancePath: instancePath + "/contentOlderThan", schemaPath: "#/properties/contentOlderThan/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    }
    if (data.contentMaximumSize !== void 0) {
      let data6 = data.contentMaximumSize;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err13 = { instancePath: instancePath + "/contentMaximumSize", schemaPath: "#/properties/contentMaximumSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 < 0 || isNaN(data6)) {
          const err14 = { instancePath: instancePath + "/contentMaximumSize", schemaPath: "#/properties/contentMaximumSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.retainDays !== void 0) {
      let data7 = data.retainDays;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err15 = { instancePath: instancePath + "/retainDays", schemaPath: "#/properties/retainDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 36500 || isNaN(data7)) {
          const err16 = { instancePath: instancePath + "/retainDays", schemaPath: "#/properties/retainDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data7 < 0 || isNaN(data7)) {
          const err17 = { instancePath: instancePath + "/retainDays", schemaPath: "#/properties/retainDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
    }
    if (data.retainBytes !== void 0) {
      let data8 = data.retainBytes;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err18 = { instancePath: instancePath + "/retainBytes", schemaPath: "#/properties/retainBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 < 0 || isNaN(data8)) {
          const err19 = { instancePath: instancePath + "/retainBytes", schemaPath: "#/properties/retainBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data.retainVersion !== void 0) {
      let data9 = data.retainVersion;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err20 = { instancePath: instancePath + "/retainVersion", schemaPath: "#/properties/retainVersion/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 1e3 || isNaN(data9)) {
          const err21 = { instancePath: instancePath + "/retainVersion", schemaPath: "#/properties/retainVersion/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data9 < 0 || isNaN(data9)) {
          const err22 = { instancePath: instancePath + "/retainVersion", schemaPath: "#/properties/retainVersion/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  maintenanceRun
};
