// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_formats
} from "./shared-5QRN4KKP.js";
import "./shared-6LIGCL3Z.js";

// schema:boot-minimums
var bootMinimums = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/boot-minimums.json", "description": "The lowest secure version numbers of boot programs that firmware accepts where the authority of 2011 is revoked, as of a date.", "type": "object", "properties": { "asOf": { "description": "When it was published.", "type": "string", "format": "date" }, "source": { "description": "Where it was taken from.", "type": "string" }, "minimums": { "type": "array", "maxItems": 100, "items": { "type": "object", "properties": { "program": { "type": "string", "enum": ["bootmgfw", "cdboot", "wdsmgfw"] }, "svn": { "description": "major.minor", "type": "string", "pattern": "^[0-9]{1,5}\\.[0-9]{1,5}$" }, "since": { "description": "When it rose to this.", "type": "string", "format": "date" }, "advisory": { "description": "What it protects from.", "type": "string" } }, "required": ["program", "svn"], "additionalProperties": true } } }, "required": ["asOf", "source", "minimums"], "additionalProperties": true };
var formats0 = require_formats().fullFormats.date;
var pattern0 = new RegExp("^[0-9]{1,5}\\.[0-9]{1,5}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.asOf === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "asOf" }, message: "must have required property 'asOf'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.minimums === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "minimums" }, message: "must have required property 'minimums'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.asOf !== void 0) {
      let data0 = data.asOf;
      if (typeof data0 === "string") {
        if (!formats0.validate(data0)) {
          const err3 = { instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      if (typeof data.source !== "string") {
        const err5 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.minimums !== void 0) {
      let data2 = data.minimums;
      if (Array.isArray(data2)) {
        if (data2.length > 100) {
          const err6 = { instancePath: instancePath + "/minimums", schemaPath: "#/properties/minimums/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.program === void 0) {
              const err7 = { instancePath: instancePath + "/minimums/" + i0, schemaPath: "#/properties/minimums/items/required", keyword: "required", params: { missingProperty: "program" }, message: "must have required property 'program'" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data3.svn === void 0) {
              const err8 = { instancePath: instancePath + "/minimums/" + i0, schemaPath: "#/properties/minimums/items/required", keyword: "required", params: { missingProperty: "svn" }, message: "must have required property 'svn'" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data3.program !== void 0) {
              let data4 = data3.program;
              if (typeof data4 !== "string") {
                const err9 = { instancePath: instancePath + "/minimums/" + i0 + "/program", schemaPath: "#/properties/minimums/items/properties/program/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
              if (!(data4 === "bootmgfw" || data4 === "cdboot" || data4 === "wdsmgfw")) {
                const err10 = { instancePath: instancePath + "/minimums/" + i0 + "/program", schemaPath: "#/properties/minimums/items/properties/program/enum", keyword: "enum", params: { allowedValues: schema11.properties.minimums.items.properties.program.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data3.svn !== void 0) {
              let data5 = data3.svn;
              if (typeof data5 === "string") {
                if (!pattern0.test(data5)) {
                  const err11 = { instancePath: instancePath + "/minimums/" + i0 + "/svn", schemaPath: "#/properties/minimums/items/properties/svn/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,5}\\.[0-9]{1,5}$" }, message: 'must match pattern "^[0-9]{1,5}\\.[0-9]{1,5}$"' };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/minimums/" + i0 + "/svn", schemaPath: "#/properties/minimums/items/properties/svn/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data3.since !== void 0) {
              let data6 = data3.since;
              if (typeof data6 === "string") {
                if (!formats0.validate(data6)) {
                  const err13 = { instancePath: instancePath + "/minimums/" + i0 + "/since", schemaPath: "#/properties/minimums/items/properties/since/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              } else {
                const err14 = { instancePath: instancePath + "/minimums/" + i0 + "/since", schemaPath: "#/properties/minimums/items/properties/since/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data3.advisory !== void 0) {
              if (typeof data3.advisory !== "string") {
                const err15 = { instancePath: instancePath + "/minimums/" + i0 + "/advisory", schemaPath: "#/properties/minimums/items/properties/advisory/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/minimums/" + i0, schemaPath: "#/properties/minimums/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/minimums", schemaPath: "#/properties/minimums/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  bootMinimums
};
