// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:media.export.request
var mediaExport = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/media.export.request.json", "description": "Writes Windows media to a new folder or a new ISO image, and reads back what was written.", "type": "object", "properties": { "path": { "description": "Folder with Windows media; for a folder an ISO image too.", "type": "string", "minLength": 1 }, "to": { "description": "Folder or ISO image that is written; it must not exist.", "type": "string", "minLength": 1 }, "format": { "description": "Default: iso where the name ends in .iso, else folder.", "type": "string", "enum": ["folder", "iso"] }, "label": { "description": "Label of the disc; default is that of the disc that an upgrade package was taken out of, else the name of the folder.", "type": "string", "pattern": "^[A-Za-z0-9_.-]{1,30}$" }, "splitSize": { "description": "Bytes: a larger sources\\install.wim becomes a set of .swm files, for FAT32.", "type": "integer", "minimum": 1048576, "maximum": 4294967295 }, "compression": { "description": "recovery: sources\\install.wim becomes a smaller install.esd, a solid file. It cannot be split. Default keep.", "type": "string", "enum": ["keep", "recovery"], "default": "keep" }, "noPrompt": { "description": "The disc starts without waiting for a key.", "type": "boolean" }, "tool": { "description": "What writes the ISO image; default is oscdimg of the ADK where it is, else IMAPI on Windows, else genisoimage.", "type": "string", "enum": ["auto", "oscdimg", "imapi", "genisoimage"], "default": "auto" }, "toolPath": { "description": "Program of oscdimg or genisoimage, where it does not lie where it usually does.", "type": "string", "minLength": 1 } }, "required": ["path", "to"], "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^[A-Za-z0-9_.-]{1,30}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.compression === void 0) {
      data.compression = "keep";
    }
    if (data.tool === void 0) {
      data.tool = "auto";
    }
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.to === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data0 = data.path;
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err3 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data1 = data.to;
      if (typeof data1 === "string") {
        if (func3(data1) < 1) {
          const err5 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.format !== void 0) {
      let data2 = data.format;
      if (typeof data2 !== "string") {
        const err7 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (!(data2 === "folder" || data2 === "iso")) {
        const err8 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema11.properties.format.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.label !== void 0) {
      let data3 = data.label;
      if (typeof data3 === "string") {
        if (!pattern0.test(data3)) {
          const err9 = { instancePath: instancePath + "/label", schemaPath: "#/properties/label/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.-]{1,30}$" }, message: 'must match pattern "^[A-Za-z0-9_.-]{1,30}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/label", schemaPath: "#/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.splitSize !== void 0) {
      let data4 = data.splitSize;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err11 = { instancePath: instancePath + "/splitSize", schemaPath: "#/properties/splitSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 4294967295 || isNaN(data4)) {
          const err12 = { instancePath: instancePath + "/splitSize", schemaPath: "#/properties/splitSize/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data4 < 1048576 || isNaN(data4)) {
          const err13 = { instancePath: instancePath + "/splitSize", schemaPath: "#/properties/splitSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, message: "must be >= 1048576" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    let data5 = data.compression;
    if (typeof data5 !== "string") {
      const err14 = { instancePath: instancePath + "/compression", schemaPath: "#/properties/compression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (!(data5 === "keep" || data5 === "recovery")) {
      const err15 = { instancePath: instancePath + "/compression", schemaPath: "#/properties/compression/enum", keyword: "enum", params: { allowedValues: schema11.properties.compression.enum }, message: "must be equal to one of the allowed values" };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (data.noPrompt !== void 0) {
      if (typeof data.noPrompt !== "boolean") {
        const err16 = { instancePath: instancePath + "/noPrompt", schemaPath: "#/properties/noPrompt/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    let data7 = data.tool;
    if (typeof data7 !== "string") {
      const err17 = { instancePath: instancePath + "/tool", schemaPath: "#/properties/tool/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    if (!(data7 === "auto" || data7 === "oscdimg" || data7 === "imapi" || data7 === "genisoimage")) {
      const err18 = { instancePath: instancePath + "/tool", schemaPath: "#/properties/tool/enum", keyword: "enum", params: { allowedValues: schema11.properties.tool.enum }, message: "must be equal to one of the allowed values" };
      if (vErrors === null) {
        vErrors = [err18];
      } else {
        vErrors.push(err18);
      }
      errors++;
    }
    if (data.toolPath !== void 0) {
      let data8 = data.toolPath;
      if (typeof data8 === "string") {
        if (func3(data8) < 1) {
          const err19 = { instancePath: instancePath + "/toolPath", schemaPath: "#/properties/toolPath/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/toolPath", schemaPath: "#/properties/toolPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  mediaExport
};
