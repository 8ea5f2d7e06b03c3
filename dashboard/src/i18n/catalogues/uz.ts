import { byFolder } from "./byFolder";

export default byFolder(import.meta.glob<object>("../../*/messages/uz.json", { eager: true, import: "default" }));
