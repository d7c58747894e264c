-- a label whose parcel was unpacked is given back; whose it was is known without the parcel
alter table shipment_label add column reference binary(16);
update shipment_label set reference = (select s.reference from shipment s where s.id = shipment_label.shipment_id);
create index shipment_label_state on shipment_label (state);
